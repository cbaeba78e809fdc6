import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, makeTicket, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { withdrawTicket } from "../tickets/withdraw-ticket.ts";

describe("tickets as JSON", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    browser = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  it("creates a ticket, once for the same key, and reads it with its conversation", async () => {
    const body = { title: "Outlook hangt", description: "Sinds vanochtend." };
    const key = { "idempotency-key": randomUUID() };
    const created = await browser.sendJson("/api/tickets", body, key);
    expect(created.status).toBe(201);
    const { reference } = (await created.json()) as { reference: string };
    expect(await (await browser.sendJson("/api/tickets", body, key)).json()).toMatchObject({ reference });
    expect((await browser.sendJson(`/api/tickets/${reference}/replies`, { body: "En nu ook Teams." })).status).toBe(
      201,
    );
    const read = (await (await browser.get(`/api/tickets/${reference}`)).json()) as Record<string, unknown>;
    expect(read).toMatchObject({
      reference,
      title: "Outlook hangt",
      step: "administration",
      status: "open",
      waitsFor: "provider",
      spentMinutes: 15,
      authorisedMinutes: 135,
      messages: [{ body: "En nu ook Teams.", isFromConsultant: false }],
    });
    expect(Object.keys(read)).not.toContain("organisationId");
  });

  it("lists by page, with nothing left out or told twice", async () => {
    const other = await makeOrganisation(server.services);
    const references = [];
    for (let count = 0; count < 52; count += 1) references.push(await makeTicket(server.services, other));
    const theirs = await server.browser(other.second);
    type Page = { tickets: { reference: string }[]; next: string | null };
    const first = (await (await theirs.get("/api/tickets")).json()) as Page;
    const second = (await (
      await theirs.get(`/api/tickets?after=${encodeURIComponent(first.next ?? "")}`)
    ).json()) as Page;
    expect([...first.tickets, ...second.tickets].map(({ reference }) => reference)).toEqual(references.toReversed());
    expect(second.next).toBeNull();
  });

  it("lists by creation, so that a reader of every page reads every ticket, whatever happens to them meanwhile", async () => {
    const busy = await makeOrganisation(server.services);
    const references: string[] = [];
    for (let count = 0; count < 52; count += 1) references.push(await makeTicket(server.services, busy));
    const theirs = await server.browser(busy.second);
    type Page = { tickets: { reference: string }[]; next: string };
    const read = async (query: string) => (await (await theirs.get(`/api/tickets?${query}`)).json()) as Page;
    const [first, firstOpen] = [await read("status=all&sort=created"), await read("sort=created")];
    // By activity the last one moves to the front. The one before it is no longer open.
    await theirs.sendJson(`/api/tickets/${references[0]}/replies`, { body: "Nog steeds." });
    await act(server.services, seated(busy), async (work) => withdrawTicket(work, { reference: references[1] ?? "" }));
    const rest = async (query: string, { next }: Page) => read(`${query}&after=${encodeURIComponent(next)}`);
    const named = (...pages: Page[]) => pages.flatMap(({ tickets }) => tickets.map(({ reference }) => reference));
    expect(named(first, await rest("status=all&sort=created", first))).toEqual(references.toReversed());
    expect(named(firstOpen, await rest("sort=created", firstOpen))).toEqual(
      references.toReversed().filter((reference) => reference !== references[1]),
    );
    expect((await theirs.get("/api/tickets?status=all")).status).toBe(422);
  });

  it("refuses an additional ticket until it is confirmed, with the rates (T5)", async () => {
    const busy = await makeOrganisation(server.services);
    for (let count = 0; count < 15; count += 1) await makeTicket(server.services, busy);
    const theirs = await server.browser(busy.first);
    const body = { title: "Nummer 16", description: "Nog een." };
    const refused = await theirs.sendJson("/api/tickets", body);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "additional-ticket-unconfirmed",
      number: 16,
      rates: [
        { window: "office", cents: 11_500 },
        { window: "outside", cents: 12_500 },
        { window: "weekend-holiday", cents: 14_500 },
      ],
    });
    const confirmed = await theirs.sendJson("/api/tickets", { ...body, additionalConfirmed: true });
    expect(await confirmed.json()).toMatchObject({ numberInMonth: 16, isAdditional: true });
  });

  it("refuses what the schema does not know, an urgency by name (B4), and answers on closed tickets", async () => {
    const body = { title: "Met spoed", description: "Snel." };
    expect(await (await browser.sendJson("/api/tickets", { ...body, urgency: "high" })).json()).toMatchObject({
      status: 422,
      code: "urgency-is-ours",
    });
    expect(
      await (await browser.sendJson("/api/tickets", { ...body, organisationId: organisation.id })).json(),
    ).toMatchObject({ code: "invalid-input", fields: { organisationId: "unknown-field" } });
    expect((await browser.sendJson("/api/tickets", { ...body, additionalConfirmed: "yes" })).status).toBe(422);
    const reference = await makeTicket(server.services, organisation);
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(
      await (await browser.sendJson(`/api/tickets/${reference}/replies`, { body: "Toch nog" })).json(),
    ).toMatchObject({ status: 409, code: "ticket-closed" });
    const closed = (await (await browser.get("/api/tickets?status=closed")).json()) as { tickets: unknown[] };
    expect(closed.tickets).toMatchObject([{ reference, outcome: "withdrawn", waitsFor: null }]);
  });

  it("is closed to other organisations, to staff and to who is signed out", async () => {
    const reference = await makeTicket(server.services, organisation);
    const other = await server.browser((await makeOrganisation(server.services)).first);
    const staffBrowser = await server.browser(await makeStaff(server.services));
    expect(await (await other.get(`/api/tickets/${reference}`)).json()).toMatchObject({
      status: 404,
      code: "not-found",
    });
    expect((await other.sendJson(`/api/tickets/${reference}/replies`, { body: "Van ons" })).status).toBe(404);
    expect((await staffBrowser.get("/api/tickets")).status).toBe(403);
    expect((await staffBrowser.sendJson("/api/tickets", { title: "Van ons", description: "Nee." })).status).toBe(403);
    for (const path of ["/api/tickets", `/api/tickets/${reference}`])
      expect((await fetch(new URL(path, server.url))).status).toBe(401);
  });
});
