import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, consultant } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { signAddendumAt } from "../../test/support/make-on-site.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, logWork, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { setVatPosition } from "../organisations/set-vat-position.ts";
import { logExpense } from "../time/log-expense.ts";
import { creditInvoice } from "./credit-invoice.ts";
import { invoiceDocument } from "./make-document.ts";
import { verifyInvoices } from "../verify/verify-invoices.ts";

const october = monthOf("2026-10");
const novemberFirst = Temporal.Instant.from("2026-11-01T08:00Z");

describe("an invoice of more than one VAT rate (CE5)", () => {
  let server: TestServer;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  /**
   * September at home: 108.33 of time at 21 % and 8.50 of lunch at 9 %. From October elsewhere in the EU: an hour at
   * 100.00.
   */
  async function worked() {
    const { services } = server;
    const organisation = await makeSeptemberWork(services);
    const helper = await makeStaff(services);
    const { id: organisationId, reference } = organisation;
    await signAddendumAt(services, organisation, { at: Temporal.Instant.from("2026-09-08T08:00Z") });
    const lunch = {
      reference,
      on: Temporal.PlainDate.from("2026-09-09"),
      amountCents: 850n,
      vat: "reduced",
      description: "Broodjes",
    } as const;
    const logged = await act(
      services,
      consultant(helper),
      async (work) => logExpense(work, lunch),
      Temporal.Instant.from("2026-09-09T12:00Z"),
    );
    if (!logged.ok) throw new Error(logged.refusal.code);
    const hour = { start: "2026-10-05T10:00+02:00", end: "2026-10-05T11:00+02:00" };
    await logWork(services, helper, { reference, step: "research", ...hour });
    await asSystem(services, novemberFirst, async (work) =>
      setVatPosition(work, { organisationId, from: october, position: "eu-business", vatNumber: "BE0123456789" }),
    );
    return organisation;
  }

  const textOf = async (number: string): Promise<string> => {
    const { invoice } = await readInvoice(server.services, number);
    const place = { organisationId: invoice.organisationId, invoiceId: invoice.id };
    const pdf = await invoiceDocument(server.services, place);
    const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
    return text.replaceAll(/\s+/g, " ");
  };

  it("says on paper what each rate is computed on, and to whom VAT is reverse-charged", async () => {
    const { id: organisationId } = await worked();
    const place = { organisationId, month: october, at: novemberFirst.toString() };
    const number = await issueMonthOf(server.services, administrator, place);
    const { invoice } = await readInvoice(server.services, number);
    // 21 % of 108.33 is 22.7493, so 22.75; 9 % of 8.50 is 0.765, so 0.77; 108.33 + 8.50 + 100.00 = 216.83, with VAT
    // 240.35.
    expect(invoice).toMatchObject({ subtotalCents: 21_683n, vatCents: 2352n, totalCents: 24_035n });
    const text = await textOf(number);
    expect(text).toContain("Btw 21% over € 108,33 € 22,75 Btw 9% over € 8,50 € 0,77 Btw verlegd over € 100,00 € 0,00");
    expect(text).toContain("Totaal € 240,35");
    expect(text).toContain("Btw BE0123456789");
    expect(text).toContain(
      "Btw verlegd: je geeft de btw zelf aan. Jouw btw-nummer is BE0123456789, het onze NL000000000B00.",
    );
    await asSystem(server.services, novemberFirst, async ({ tx }) => {
      const said: string[] = [];
      await verifyInvoices(tx, organisationId, { files: null, report: (problem) => said.push(problem) });
      expect(said).toEqual([]);
    });
  });

  it("is credited at the rates that it was charged at", async () => {
    const { id: organisationId } = await worked();
    const place = { organisationId, month: october, at: novemberFirst.toString() };
    const number = await issueMonthOf(server.services, administrator, place);
    const asked = { number, positions: null, mode: "forgive", reason: "Onze fout.", seenFingerprint: null } as const;
    const made = await act(
      server.services,
      { kind: "administrator", personId: administrator },
      async (work) => creditInvoice(work, asked),
      novemberFirst,
    );
    if (!made.ok) throw new Error(made.refusal.code);
    const rates = await query(
      server.ownerUrl,
      `select category, percent, subtotal_cents, vat_cents from invoice_vat where invoice_id =
         (select id from invoices where number = '${made.value.number}') order by category desc`,
    );
    expect(rates).toEqual([
      ["standard", 21, "-10833", "-2275"],
      ["reverse-charge", 0, "-10000", "0"],
      ["reduced", 9, "-850", "-77"],
    ]);
    const text = await textOf(made.value.number);
    expect(text).toContain(`Dit nemen we terug van factuur ${number}. De reden: Onze fout.`);
    expect(text).toContain("We brengen dit niet opnieuw in rekening.");
    expect(text).toContain(`€ 240,35 gaat af van wat je voor factuur ${number} betaalt.`);
  });
});
