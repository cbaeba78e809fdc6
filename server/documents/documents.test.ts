import { afterAll, describe, expect, it } from "vitest";
import { extractText, getDocumentProxy, getMeta, getResolvedPDFJS } from "unpdf";
import { createDocuments } from "./documents.ts";
import { exampleInvoice, exampleLine } from "./example-invoice.ts";

const documents = createDocuments();
afterAll(() => documents.close());

/** The text as a reader copies it, with no-break spaces and line ends as spaces. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(pdf.slice()));
  return text;
}

/** The fonts embedded in a PDF, by name. */
async function fontsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(pdf.slice());
  const fonts = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const { OPS } = await getResolvedPDFJS();
    for (const [place, operation] of fnArray.entries()) {
      if (operation !== OPS.setFont) continue;
      const [id] = argsArray[place] as [string];
      fonts.add((page.commonObjs.get(id) as { name: string }).name);
    }
  }
  return [...fonts];
}

describe("an invoice as a document", () => {
  it("says in Dutch what is owed, by whom, to whom, until when and why", async () => {
    const text = await textOf(await documents.renderInvoice(exampleInvoice));
    expect(text).toContain("Factuur");
    expect(text).toContain("Bakkerij De Vries");
    expect(text).toContain("Betalen voor of op 15 november 2026");
    expect(text).toContain("kantooruren 1:20 u € 100,00 € 133,33");
    expect(text).toContain("Totaal zonder btw € 1.419,99 Btw 21% € 298,20 Totaal € 1.718,19");
    expect(text).toContain("80 minuten tegen € 100,00 per uur is € 133,33. Contractregels M4, T2");
    expect(text).toContain("KvK 00000000");
  });

  it("says the same in English", async () => {
    const text = await textOf(await documents.renderInvoice({ ...exampleInvoice, language: "en" }));
    expect(text).toContain("Pay on or before 15 November 2026");
    expect(text).toContain("1:20 h €100.00 €133.33");
    expect(text).toContain("Total without VAT €1,419.99 VAT 21% €298.20 Total €1,718.19");
    expect(text).toContain("1 of 2");
  });

  it("shows both totals on a line that goes on from an earlier invoice", async () => {
    const text = await textOf(await documents.renderInvoice(exampleInvoice));
    // 7 minutes were invoiced at 11.67, 14 make 23.33, so this invoice charges 11.66.
    expect(text).toContain("Eerder gefactureerd: 0:07 u, € 11,67. Met deze factuur samen: 0:14 u, € 23,33.");
  });

  it("names the invoice that a credit note corrects, and asks for no payment date", async () => {
    const credit = { ...exampleInvoice, kind: "credit-note", corrects: "2026-0003", totalCents: "-171819" } as const;
    const text = await textOf(await documents.renderInvoice(credit));
    expect(text).toContain("Creditfactuur");
    expect(text).toContain("Bij factuur 2026-0003");
    expect(text).toContain("€ -1.718,19");
    expect(text).not.toContain("Betalen voor of op");
  });

  it("is archival PDF with a title, a language and the invoice's own date", async () => {
    const pdf = await documents.renderInvoice(exampleInvoice);
    expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe("%PDF-1.7");
    expect(Buffer.from(pdf).toString("latin1")).toContain("<pdfaid:part>3</pdfaid:part>");
    const { info } = await getMeta(await getDocumentProxy(pdf.slice()));
    expect(info).toMatchObject({ Title: "Factuur 2026-0017", Language: "nl", CreationDate: "D:20261101120000Z" });
  });

  it("gives the same bytes for the same invoice, also from another worker", async () => {
    const first = await documents.renderInvoice(exampleInvoice);
    await documents.renderInvoice({ ...exampleInvoice, number: "2026-0018" });
    expect(Buffer.from(await documents.renderInvoice(exampleInvoice)).equals(first)).toBe(true);
    const others = createDocuments();
    expect(Buffer.from(await others.renderInvoice(exampleInvoice)).equals(first)).toBe(true);
    await others.close();
  });

  it("repeats the head of the table over the pages of 300 lines", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => ({ ...exampleLine, reference: `K26-${10_000 + index}` }));
    const pages = await pagesOf(await documents.renderInvoice({ ...exampleInvoice, lines }));
    expect(pages[1]).toMatch(/^Ticket Wanneer Tijd Uurtarief Bedrag/);
    expect(pages.join("\n")).toContain("K26-10299");
    expect(pages.at(-1)).toContain(`${pages.length} van ${pages.length}`);
  });

  it("prints nothing but an empty table when there are no lines", async () => {
    await expect(documents.renderInvoice({ ...exampleInvoice, lines: [] })).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe("what people type", () => {
  const hostile = [
    "#sys.inputs",
    "*bold*",
    "$x$",
    "back\\slash",
    "_x_",
    "@ref",
    "<label>",
    "= head",
    "// no",
    "]",
    '"',
  ];

  it.each(hostile)("is printed as it stands: %s", async (typed) => {
    const lines = [{ ...exampleLine, title: typed, description: `a ${typed} b`, rules: [typed], derivation: [typed] }];
    const customer = { name: typed, addressLines: [typed] };
    const text = await textOf(await documents.renderInvoice({ ...exampleInvoice, number: typed, customer, lines }));
    expect(text).toContain(`a ${typed} b`);
    expect(text.split(typed).length).toBeGreaterThan(6);
  });

  it.each([
    "北京国际贸易有限公司",
    "株式会社さくら印刷カンパニー",
    "주식회사한국소프트웨어",
    "שלום",
    "شركة",
    "चंद्रशेखर",
    "ไทยพิมพ์",
    "Ελληνικά",
    "Кириллица",
    "🍕",
    "🎉",
  ])("is drawn in its own script: %s", async (name) => {
    const fonts = await fontsOf(
      await documents.renderInvoice({ ...exampleInvoice, customer: { name, addressLines: [] } }),
    );
    const text = await textOf(
      await documents.renderInvoice({ ...exampleInvoice, customer: { name, addressLines: [] } }),
    );
    expect(text).not.toContain("□");
    expect(fonts.every((font) => /^[A-Z]{6}\+(?:Inter|Noto|Nanum)/.test(font))).toBe(true);
    // Letters are read from left to right. Shaped ones come back in the order of drawing.
    const shaped = /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]/u;
    if (!shaped.test(name)) expect(text).toContain(name.normalize("NFKC"));
  });

  it("shows a box for what no font of ours can draw, instead of no invoice", async () => {
    const customer = { name: "Café Łódź ქართ \ud800 \u0000\u202e", addressLines: ["een\r\ntwee\u200d"] };
    const text = await textOf(await documents.renderInvoice({ ...exampleInvoice, customer }));
    expect(text).toContain("Café Łódź □□□□ □");
    expect(text).toContain("een twee");
  });

  it("reads fonts of other scripts only for documents that need them, and gives the same bytes whatever came before", async () => {
    const inWriting = (name: string) => ({ ...exampleInvoice, customer: { name, addressLines: ["Dorpsstraat 12"] } });
    const usual = await documents.renderInvoice(exampleInvoice);
    expect(await fontsOf(usual)).toEqual(expect.not.arrayContaining([expect.stringContaining("Noto")]));
    const names = ["北京 🍕", "שלום", "Łódź 🎉"];
    const printed = [];
    for (const name of names) printed.push(await documents.renderInvoice(inWriting(name)));
    const others = createDocuments();
    expect(Buffer.from(await others.renderInvoice(exampleInvoice)).equals(usual)).toBe(true);
    for (const [place, name] of names.entries().toArray().toReversed())
      expect(Buffer.from(await others.renderInvoice(inWriting(name))).equals(printed[place] ?? usual), name).toBe(true);
    await others.close();
    expect(Buffer.from(await documents.renderInvoice(exampleInvoice)).equals(usual)).toBe(true);
  });

  it("keeps extremely long names on the paper", async () => {
    const name = "Langenaam".repeat(60);
    const text = await textOf(
      await documents.renderInvoice({ ...exampleInvoice, customer: { name, addressLines: [] } }),
    );
    expect(text.replaceAll(" ", "")).toContain(name);
    expect(text).toContain("Nummer 2026-0017");
  });
});

describe("a document that fails", () => {
  it("says so and leaves the next one unharmed", async () => {
    const noDate = documents.renderInvoice({ ...exampleInvoice, issuedOn: "never" });
    await expect(noDate).rejects.toThrow();
    await expect(documents.renderInvoice(exampleInvoice)).resolves.toBeInstanceOf(Uint8Array);
  });

  it("is given up after its time, and the next starts afresh", async () => {
    const hurried = createDocuments({ timeoutMilliseconds: 1 });
    await expect(hurried.renderInvoice(exampleInvoice)).rejects.toThrow("longer than 1 ms");
    await hurried.close();
    await expect(hurried.renderInvoice(exampleInvoice)).rejects.toThrow("closed");
  });
});
