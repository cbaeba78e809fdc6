import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

describe("a form that the ticket's page no longer has when it is sent", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  const typed = "Een lang antwoord, met zorg geschreven.";
  const resolution = { outcome: "solved", message: typed, article: "none", noArticleReason: "Eenmalig" };
  const ask = { minutes: "2:00", "windows[]": "office", explanation: typed };
  async function send(reference: string, deed: string, fields: Record<string, string>) {
    const answer = await sanne.post(`/desk/tickets/${reference}/${deed}`, fields);
    return { status: answer.status, html: await answer.text() };
  }

  it.each([
    ["reply", { body: typed, waitsFor: "customer" }],
    ["resolve", resolution],
    ["authorisations", ask],
    ["waiting", { waitsFor: "planning", version: "1" }],
    ["merge", { into: "K26-00001" }],
    ["step", { step: "resolution", version: "1" }],
  ])("says why, and keeps what was written, when a colleague closed the ticket: %s", async (deed, fields) => {
    const reference = await makeTicket(server.services, organisation);
    expect((await send(reference, "resolve", resolution)).status).toBe(303);
    const { status, html } = await send(reference, deed, fields);
    expect(status).toBe(409);
    expect(html).toContain('role="alert"');
    expect(html).toContain("Dit ticket is gesloten.");
    if (Object.values(fields).includes(typed)) expect(html).toContain(`${typed}</textarea>`);
  });

  it("says that the customer has a request already, and keeps the explanation of the second (T3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect((await send(reference, "authorisations", { ...ask, explanation: "Het eerste." })).status).toBe(303);
    const { status, html } = await send(reference, "authorisations", ask);
    expect(status).toBe(409);
    expect(html).toContain("Er ligt al een verzoek om akkoord bij de klant.");
    expect(html).toContain(`${typed}</textarea>`);
  });

  it("says that the start fee was waived already, and that nothing is left to take off (T1, CE7)", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect((await send(reference, "start-fee", { reason: "Coulance." })).status).toBe(303);
    expect((await send(reference, "start-fee", { reason: typed })).html).toContain("was al kwijtgescholden");
    const month = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString().slice(0, 7);
    const { html } = await send(reference, "corrections", { cost: `${month} standard`, amount: "5", reason: typed });
    expect(html).toContain("Vul een lager bedrag in.");
    expect(html).toContain(`${typed}</textarea>`);
  });

  it("says that there is no addendum to log a visit or a cost under (A3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const day = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString();
    const cost = { on: day, amount: "5", vat: "standard", description: typed };
    const { html } = await send(reference, "expenses", cost);
    expect(html).toContain("geen getekend addendum");
    expect(html).toContain(`${typed}</textarea>`);
  });
});
