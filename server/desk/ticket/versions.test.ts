import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, makeTicket, seated } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { minuteOf } from "../../../core/time/time-entry.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";

/** Two people change one thing. The second reads the first one's change, and can still make their own (R12). */
describe("who comes later", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  let joost: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services, "administrator"));
    joost = await server.browser(await makeStaff(server.services, "administrator"));
  });
  afterAll(async () => server.close());

  const given = async () =>
    makeTicket(server.services, organisation, minuteOf(server.services.now().subtract({ hours: 20 })));
  /** The version in the form for an address. */
  const versionIn = (html: string, action: string): string => {
    const form = html.split(`action="${action}"`)[1] ?? "";
    return /name="version" value="(\d+)"/.exec(form)?.[1] ?? "none";
  };
  const htmlOf = async (answer: Promise<Response>) => (await answer).text();

  it.each([
    ["urgency", { urgency: "low" }, { urgency: "high" }, /zette de urgentie van nog niet beoordeeld op laag/],
    ["step", { step: "research" }, { step: "resolution" }, /zette de stap van Administratie op Onderzoek/],
    [
      "waiting",
      { waitsFor: "planning" },
      { waitsFor: "customer" },
      /zette de beurt van “wacht op ons” op “is ingepland”/,
    ],
  ])(
    "is told who set the %s meanwhile, from what to what, and sets it knowing that",
    async (what, first, second, told) => {
      const reference = await given();
      const path = `/desk/tickets/${reference}`;
      const action = `${path}/${what}`;
      const seen = versionIn(await htmlOf(sanne.get(path)), action);
      expect((await joost.post(action, { ...first, version: seen })).status).toBe(303);
      const refused = await sanne.post(action, { ...second, version: seen });
      const html = await refused.text();
      expect(refused.status).toBe(409);
      expect(html).toMatch(told);
      expect(html).toContain("nog niet gedaan");
      expect((await sanne.post(action, { ...second, version: versionIn(html, action) })).status).toBe(303);
    },
  );

  it("offers the choice that was refused once more, in one press", async () => {
    const reference = await given();
    const action = `/desk/tickets/${reference}/urgency`;
    const seen = versionIn(await htmlOf(sanne.get(`/desk/tickets/${reference}`)), action);
    await joost.post(action, { urgency: "low", version: seen });
    const html = await htmlOf(sanne.post(action, { urgency: "critical", version: seen }));
    expect(html).toContain('<input type="hidden" name="urgency" value="critical"/>');
    expect(html).toContain("Toch: Kritiek");
  });

  it("is not kept from it by what does not bear on it, nor by what they did themselves", async () => {
    const reference = await given();
    const path = `/desk/tickets/${reference}`;
    const html = await htmlOf(sanne.get(path));
    const version = versionIn(html, `${path}/urgency`);
    await act(server.services, seated(organisation), async (work) =>
      replyToTicket(work, { reference, body: "Nog iets.", attachmentIds: [] }),
    );
    expect((await sanne.post(`${path}/urgency`, { urgency: "low", version })).status).toBe(303);
    expect((await sanne.post(`${path}/urgency`, { urgency: "high", version })).status).toBe(303);
    expect((await sanne.post(`${path}/step`, { step: "research", version })).status).toBe(303);
    // A message does change the turn.
    expect((await sanne.post(`${path}/waiting`, { waitsFor: "planning", version })).status).toBe(409);
  });

  it("is told who picked a ticket up, and from whom", async () => {
    const reference = await given();
    const path = `/desk/tickets/${reference}`;
    const marieke = await server.browser(await makeStaff(server.services));
    const [first, second] = [await htmlOf(sanne.get(path)), await htmlOf(marieke.get(path))];
    await joost.post(`${path}/pick-up`, { version: versionIn(first, `${path}/pick-up`) });
    const refused = await sanne.post(`${path}/pick-up`, { version: versionIn(first, `${path}/pick-up`) });
    const html = await refused.text();
    expect([refused.status, /Sanne Bakker \d+ pakte het ticket op/.test(html)]).toEqual([409, true]);
    expect((await sanne.post(`${path}/pick-up`, { version: versionIn(html, `${path}/pick-up`) })).status).toBe(303);
    const late = await htmlOf(marieke.post(`${path}/pick-up`, { version: versionIn(second, `${path}/pick-up`) }));
    expect(late).toMatch(/Sanne Bakker \d+ nam het ticket over van Sanne Bakker \d+/);
  });

  it("is told the same by the API, with the version from which it can be done", async () => {
    const reference = await given();
    const path = `/api/desk/tickets/${reference}`;
    const read = (await (await sanne.get(path)).json()) as { version: number; urgency: string | null };
    expect(read.urgency).toBeNull();
    await joost.sendJson(`${path}/urgency`, { urgency: "low", version: read.version });
    const refused = await sanne.sendJson(`${path}/urgency`, { urgency: "high", version: read.version });
    const problem = (await refused.json()) as { code: string; version: number; changes: { by: string }[] };
    expect([refused.status, problem.code]).toEqual([409, "changed-meanwhile"]);
    expect(problem.changes).toMatchObject([{ kind: "ticket-urgency-set", from: null, to: "low" }]);
    expect(problem.changes[0]?.by).toContain("Sanne Bakker");
    expect((await sanne.sendJson(`${path}/urgency`, { urgency: "high", version: problem.version })).status).toBe(200);
    expect((await sanne.sendJson(`${path}/pick-up`, {})).status).toBe(200);
  });

  it("sees what a colleague made of an article beside their own text, which a second press saves", async () => {
    const written = await sanne.post("/desk/articles", { title: "Printer", body: "Herstarten." });
    const path = written.headers.get("location") ?? "";
    const seen = versionIn(await htmlOf(sanne.get(`${path}/edit`)), path);
    await joost.post(path, { title: "Printer", body: "Herstarten, en de driver nakijken.", version: seen });
    const refused = await sanne.post(path, { title: "Printer", body: "Herstarten werkt niet altijd.", version: seen });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toMatch(/Sanne Bakker \d+ wijzigde de tekst/);
    expect(html).toContain("Herstarten, en de driver nakijken.</textarea>");
    expect(html).toContain("Herstarten werkt niet altijd.</textarea>");
    const again = { title: "Printer", body: "Beide.", version: versionIn(html, path) };
    expect((await sanne.post(path, again)).status).toBe(303);
    const published = await sanne.post(`${path}/publish`, { version: seen });
    expect([published.status, (await published.text()).includes("wijzigde de tekst")]).toEqual([409, true]);
  });

  it("does not undo where a colleague said a customer stands for VAT", async () => {
    const customer = await makeOrganisation(server.services);
    const path = `/desk/organisations/${customer.id}`;
    const seen = versionIn(await htmlOf(sanne.get(path)), `${path}/vat`);
    const change = { from: "2027-02", vatNumber: "BE0123456789", version: seen };
    expect((await joost.post(`${path}/vat`, { ...change, position: "eu-business" })).status).toBe(303);
    const refused = await sanne.post(`${path}/vat`, { ...change, position: "outside-eu" });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("van “Nederland, met btw” op “bedrijf in de EU, btw verlegd”");
    expect([html.includes("Er is nieuws"), html.includes("Dit klopt nog niet")]).toEqual([true, false]);
    const again = { ...change, position: "outside-eu", version: versionIn(html, `${path}/vat`) };
    expect((await sanne.post(`${path}/vat`, again)).status).toBe(303);
  });

  it("is told who took a day off the calendar or put it there", async () => {
    const day = { on: "2031-04-18" };
    expect((await joost.post("/desk/holidays", { ...day, name: "Bedrijfsuitje" })).status).toBe(303);
    expect(await htmlOf(sanne.post("/desk/holidays", { ...day, name: "Dicht" }))).toMatch(
      /Sanne Bakker \d+ zette deze dag in de kalender als “Bedrijfsuitje”/,
    );
    expect((await joost.post("/desk/holidays/remove", day)).status).toBe(303);
    const late = await sanne.post("/desk/holidays/remove", day);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("haalde deze dag uit de kalender")]);
    expect((await sanne.post("/desk/holidays/remove", { on: "2031-04-19" })).status).toBe(404);
  });

  it("is told who waived the start fee", async () => {
    const reference = await given();
    const path = `/desk/tickets/${reference}/start-fee`;
    expect((await joost.post(path, { reason: "Coulance." })).status).toBe(303);
    expect(await htmlOf(sanne.post(path, { reason: "Onze fout." }))).toMatch(
      /Sanne Bakker \d+ schold het starttarief kwijt/,
    );
  });
});
