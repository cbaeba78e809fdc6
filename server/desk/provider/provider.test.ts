import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { findProvider } from "../../provider/read-provider.ts";

const path = "/desk/provider";

describe("the provider's own details", () => {
  let server: TestServer;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    desk = await server.browser(await makeStaff(server.services, "administrator"));
  });
  afterAll(async () => server.close());

  const read = async (browser: TestBrowser) => (await browser.get(path)).text();
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "none";
  const typed = async (changes: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({
      name: "Voorbeeld ICT B.V.",
      address: "Grachtkade 1\r\n1234 AB Amsterdam",
      chamberOfCommerce: "12 34 56 78",
      vatNumber: "nl 1234.56.782.b01",
      iban: "nl02abna0123456789",
      bic: "",
      mail: "facturen@voorbeeld.example",
      phone: "",
      version: versionIn(await read(desk)),
      ...changes,
    });
  const saved = async () => asSystem(server.services, server.services.now(), async ({ tx }) => findProvider(tx));

  it("are entered in their standard forms, once nobody has yet", async () => {
    const before = await read(desk);
    expect(before).toContain("Zonder deze kan er geen factuur uit");
    expect(versionIn(before)).toBe("0");
    expect((await desk.post(path, await typed())).status).toBe(303);
    expect(await saved()).toEqual({
      name: "Voorbeeld ICT B.V.",
      addressLines: ["Grachtkade 1", "1234 AB Amsterdam"],
      chamberOfCommerce: "12345678",
      vatNumber: "NL123456782B01",
      iban: "NL02 ABNA 0123 4567 89",
      mail: "facturen@voorbeeld.example",
    });
  });

  it("keep who changed what", async () => {
    const changes = { phone: "020 123 45 67", bic: "abnanl2a", address: "Grachtkade 2\n1234 AB Amsterdam" };
    expect((await desk.post(path, await typed(changes))).status).toBe(303);
    expect(await saved()).toMatchObject({ phone: "020 123 45 67", bic: "ABNANL2A" });
    const html = await read(desk);
    expect(html).toContain("Adres: Grachtkade 1, 1234 AB Amsterdam werd Grachtkade 2, 1234 AB Amsterdam");
    expect(html).toContain("Telefoon: leeg werd 020 123 45 67");
  });

  it.each([
    ["iban", "NL03 ABNA 0123 4567 89", "De controlecijfers kloppen niet"],
    ["iban", "0123456789", "Dit is geen IBAN"],
    ["bic", "ABN", "Dit is geen BIC"],
    ["vatNumber", "BE0123456749", "Dit is geen Nederlands btw-id"],
    ["vatNumber", "NL123456783B01", "De controlecijfers kloppen niet"],
    ["chamberOfCommerce", "1234567", "Een KvK-nummer heeft acht cijfers"],
    ["mail", "facturen", "Dit is geen e-mailadres"],
    ["address", "a\nb\nc\nd\ne\nf", "Dit is te lang"],
  ])("say what is wrong with %s %s, and keep what was typed", async (field, text, words) => {
    const before = await saved();
    const answer = await desk.post(path, await typed({ [field]: text, name: "Iets anders" }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain("Iets anders");
    expect(await saved()).toEqual(before);
  });

  it("are not overwritten by a form that was opened before another's change: changed-meanwhile", async () => {
    const stale = await typed({ name: "Uit het oude tabblad" });
    expect((await desk.post(path, await typed({ name: "Nieuwe Naam B.V." }))).status).toBe(303);
    const answer = await desk.post(path, stale);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("Uit het oude tabblad");
    expect(await saved()).toMatchObject({ name: "Nieuwe Naam B.V." });
  });

  it("are for administrators alone: not-allowed", async () => {
    const consultant = await server.browser(await makeStaff(server.services, "consultant"));
    expect((await consultant.get(path)).status).toBe(403);
    expect((await consultant.post(path, await typed({ iban: "NL41 KWRT 0015 0015 00" }))).status).toBe(403);
    expect(await saved()).toMatchObject({ iban: "NL02 ABNA 0123 4567 89" });
  });
});
