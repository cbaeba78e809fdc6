import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";

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

  it("counts the month's tickets, shows what they cost and what is open", async () => {
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
