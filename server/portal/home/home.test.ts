import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { addPerson } from "../../people/add-person.ts";

describe("the customer's first page", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("welcomes an organisation that has no tickets yet", async () => {
    const organisation = await makeOrganisation(server.services);
    const answer = await (await server.browser(organisation.first)).get("/portal");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("Je eerste ticket");
    expect(html).toContain("0 van 15 tickets deze maand");
    expect(html).toContain("Een maand zonder tickets of werk kost niets");
  });

  it("counts the month's tickets, shows what they cost and what is open (P1)", async () => {
    const organisation = await makeOrganisation(server.services);
    const browser = await server.browser(organisation.first);
    for (const title of ["Outlook hangt", "Teams kwijt"])
      await browser.post("/portal/tickets", { title, description: "Sinds vanochtend." });
    const html = await (await browser.get("/portal")).text();
    expect(html).toContain("2 van 15 tickets deze maand");
    expect(html).toContain("€\u00a050,00");
    expect(html).toContain("Outlook hangt");
    expect(html).toContain("Nog niet opgepakt");
    expect(html).toContain("maakte het ticket aan.");
  });

  it("says how many of the month's tickets are additional (T4)", async () => {
    const organisation = await makeOrganisation(server.services);
    for (let count = 0; count < 17; count += 1) await makeTicket(server.services, organisation);
    const html = await (await (await server.browser(organisation.first)).get("/portal")).text();
    expect(html).toContain("17 van 15 tickets deze maand");
    expect(html).toContain("Daarvan zijn er 2 extra tickets.");
  });

  it("lets a signatory without a seat read along, without a button that would be refused (P2)", async () => {
    const organisation = await makeOrganisation(server.services);
    const signatory = await asSystem(server.services, server.services.now(), async (work) => {
      const personId = await addPerson(work, {
        name: "Directeur",
        mailAddress: `${randomUUID()}@customer.example`,
        language: "nl",
        staffRole: null,
      });
      await appointSignatory(work, { organisationId: organisation.id, personId });
      return personId;
    });
    const html = await (await (await server.browser(signatory)).get("/portal")).text();
    expect(html).toContain("Je leest mee als tekenbevoegde");
    expect(html).not.toContain("/portal/tickets/new");
  });

  it("shows nothing of another organisation", async () => {
    const [one, other] = [
      await makeOrganisation(server.services),
      await makeOrganisation(server.services, "Jansen Installaties"),
    ];
    await (
      await server.browser(one.first)
    ).post("/portal/tickets", { title: "Geheim plan", description: "Alleen voor ons." });
    expect(await (await (await server.browser(other.first)).get("/portal")).text()).not.toContain("Geheim plan");
  });

  it("sends who is signed out to sign in, and turns staff away", async () => {
    const signedOut = await fetch(new URL("/portal", server.url), { redirect: "manual" });
    expect(signedOut.headers.get("location")).toBe("/sign-in?next=%2Fportal");
    expect((await (await server.browser(await makeStaff(server.services))).get("/portal")).status).toBe(403);
  });
});
