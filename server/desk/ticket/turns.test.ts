import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

describe("waiting, merging and reopening on the pages", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  let anna: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services));
    anna = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  const text = async (answer: Promise<Response>) => (await answer).text();
  const desk = (reference: string, deed = "") => `/desk/tickets/${reference}${deed}`;
  const portal = (reference: string, deed = "") => `/portal/tickets/${reference}${deed}`;
  const ticket = async () => makeTicket(server.services, organisation);
  const closing = { outcome: "solved", message: "Klaar.", article: "none", noArticleReason: "Eenmalig" };

  it("show Microsoft's case number on both, and ask for it again with what was typed (S2)", async () => {
    const reference = await ticket();
    const refused = await sanne.post(desk(reference, "/reply"), { body: "Bij Microsoft.", waitsFor: "microsoft" });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain("Bij Microsoft.</textarea>");
    expect(again).toContain("zaaknummer");
    const waiting = { waitsFor: "microsoft", caseNumber: "2611260040001", version: "1" };
    expect((await sanne.post(desk(reference, "/waiting"), { waitsFor: "microsoft", version: "1" })).status).toBe(422);
    expect((await sanne.post(desk(reference, "/waiting"), waiting)).status).toBe(303);
    expect(await text(sanne.get(desk(reference)))).toContain("zaak 2611260040001");
    expect(await text(anna.get(portal(reference)))).toContain("Wacht op Microsoft, zaak 2611260040001");
    expect(await text(sanne.get("/desk?queue=later"))).toContain(reference);
  });

  it("reopen a resolved ticket from either side (T4)", async () => {
    const reference = await ticket();
    expect((await sanne.post(desk(reference, "/reopen"), {})).status).toBe(409);
    expect((await sanne.post(desk(reference, "/resolve"), closing)).status).toBe(303);
    expect(await text(anna.get(portal(reference)))).toContain("Heropen het ticket");
    expect((await anna.post(portal(reference, "/reopen"), {})).status).toBe(303);
    const open = await text(anna.get(portal(reference)));
    expect(open).toContain("heropende het ticket");
    expect(open).not.toContain("Heropen het ticket");
    const twice = await anna.post(portal(reference, "/reopen"), {});
    expect(twice.status).toBe(409);
    expect(await twice.text()).toContain("Dit ticket is open");
    expect((await sanne.post(desk(reference, "/resolve"), closing)).status).toBe(303);
    expect(await text(sanne.get(desk(reference)))).toContain("Heropen");
    expect((await sanne.post(desk(reference, "/reopen"), {})).status).toBe(303);
  });

  it("merge by the other's number, and lead from the one to the other (T4)", async () => {
    const [reference, into] = [await ticket(), await ticket()];
    const refused = await sanne.post(desk(reference, "/merge"), { into: "K26-99999" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="K26-99999"');
    expect((await sanne.post(desk(reference, "/merge"), { into: into.toLowerCase() })).status).toBe(303);
    expect(await text(sanne.get(desk(reference)))).toContain(`href="${desk(into)}"`);
    const seen = await text(anna.get(portal(reference)));
    expect(seen).toContain(`Verder in ${into}`);
    expect(seen).not.toContain("Heropen het ticket");
    expect((await anna.post(portal(reference, "/reopen"), {})).status).toBe(409);
  });

  it("are each side's own, and unknown to others and to who is signed out", async () => {
    const reference = await ticket();
    const stranger = await server.browser((await makeOrganisation(server.services)).first);
    expect((await stranger.post(portal(reference, "/reopen"), {})).status).toBe(404);
    expect((await sanne.post(portal(reference, "/reopen"), {})).status).toBe(403);
    for (const [deed, fields] of [
      ["/waiting", { waitsFor: "planning", version: "1" }],
      ["/merge", { into: "K26-00001" }],
      ["/reopen", {}],
    ] as const) {
      expect((await anna.post(desk(reference, deed), fields)).status).toBe(403);
      expect((await sanne.post(desk("K26-99999", deed), fields)).status).toBe(404);
      const init = { method: "POST", redirect: "manual", headers: { origin: new URL(server.url).origin } } as const;
      const answer = await fetch(new URL(desk(reference, deed), server.url), init);
      expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
    }
  });
});
