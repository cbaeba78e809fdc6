import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, makeTicket, seated } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { minuteOf } from "../../../core/time/time-entry.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";

describe("two people on one ticket", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  const given = async () =>
    makeTicket(server.services, organisation, minuteOf(server.services.now().subtract({ hours: 20 })));
  const customerWrites = async (reference: string, body: string) =>
    act(server.services, seated(organisation), async (work) =>
      replyToTicket(work, { reference, body, attachmentIds: [] }),
    );
  const seenOn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";

  it("never answer past each other: what came meanwhile is shown first, and what was typed stays", async () => {
    const reference = await given();
    const seen = seenOn(await (await sanne.get(`/desk/tickets/${reference}`)).text());
    await customerWrites(reference, "Het ligt toch aan de kabel.");
    const reply = { body: "Probeer een ander profiel.", waitsFor: "customer" };
    const refused = await sanne.post(`/desk/tickets/${reference}/reply`, { ...reply, seen });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("Er kwam intussen een bericht bij");
    expect(html).toContain("Het ligt toch aan de kabel.");
    expect(html).toContain("Probeer een ander profiel.");
    const again = await sanne.post(`/desk/tickets/${reference}/reply`, { ...reply, seen: seenOn(html) });
    expect(again.status).toBe(303);
  });

  it("never answer past each other as customer either: the message is quoted where they look, and sent again they go on", async () => {
    const reference = await given();
    const anna = await server.browser(organisation.first);
    const page = `/portal/tickets/${reference}`;
    const seen = seenOn(await (await anna.get(page)).text());
    expect((await anna.post(`${page}/reply`, { body: "Eerst dit.", seen })).status).toBe(303);
    const ours = { body: "Is de kabel al eens vervangen?", waitsFor: "customer", seen: "" };
    ours.seen = seenOn(await (await sanne.get(`/desk/tickets/${reference}`)).text());
    expect((await sanne.post(`/desk/tickets/${reference}/reply`, ours)).status).toBe(303);
    // Their own message does not stop them, but the consultant's does.
    const refused = await anna.post(`${page}/reply`, { body: "En dan nog dit.", seen });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("En dan nog dit.</textarea>");
    expect(/<blockquote[^>]*>.*?<\/blockquote>/s.exec(html)?.[0]).toContain("Is de kabel al eens vervangen?");
    expect((await anna.post(`${page}/reply`, { body: "En dan nog dit.", seen: seenOn(html) })).status).toBe(303);
  });

  it("never close a ticket over a message that was not read", async () => {
    const reference = await given();
    const seen = seenOn(await (await sanne.get(`/desk/tickets/${reference}`)).text());
    await customerWrites(reference, "Het werkt nog steeds niet.");
    const resolution = { outcome: "solved", message: "Klaar.", article: "none", noArticleReason: "bekend", seen };
    const refused = await sanne.post(`/desk/tickets/${reference}/resolve`, resolution);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Klaar.")]);
  });

  it("keep a request with the customer when the customer asks something about it", async () => {
    const reference = await given();
    const ask = { minutes: "2:00", "windows[]": "office", explanation: "Alles nakijken.", validUntil: "" };
    expect((await sanne.post(`/desk/tickets/${reference}/authorisations`, ask)).status).toBe(303);
    await customerWrites(reference, "Wat kijken jullie dan na?");
    const contact = await server.browser(organisation.first);
    const [listed, read] = await Promise.all([
      (await contact.get("/api/tickets")).json() as Promise<{ tickets: { reference: string; waitsFor: string }[] }>,
      (await contact.get(`/api/tickets/${reference}`)).json() as Promise<{ waitsFor: string }>,
    ]);
    expect(listed.tickets.find((ticket) => ticket.reference === reference)?.waitsFor).toBe("customer");
    expect(read.waitsFor).toBe("customer");
    // The consultant still has a message to read.
    expect(await (await sanne.get("/desk?queue=customer")).text()).not.toContain(reference);
  });
});
