import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { makeStaff } from "./support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "./support/start-test-server.ts";

/** A wait is a point at which nothing more can be sent before an answer arrives. */
describe("a page waits for the database", () => {
  let server: TestServer;
  let organisation: FullOrganisation;
  let contact: TestBrowser;
  let staff: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeFullOrganisation(server);
    contact = await server.browser(organisation.first);
    staff = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  const count = async (ask: () => Promise<Response>) => {
    const simple = vi.spyOn(pg.Connection.prototype, "query");
    const sent = [vi.spyOn(pg.Connection.prototype, "bind"), simple];
    const emitted = vi.spyOn(pg.Client.prototype, "emit");
    try {
      const response = await ask();
      expect(response.status).toBe(200);
      await response.text();
      // Nobody waits for the end of the page's transaction.
      const end = simple.mock.calls.findLastIndex(([text]) => text === "commit");
      const endsAt = simple.mock.invocationCallOrder[end] ?? 0;
      const isWait = (name: unknown, at: number) =>
        name === "drain" && (emitted.mock.invocationCallOrder[at] ?? endsAt) < endsAt;
      const waits = emitted.mock.calls.filter(([name], at) => isWait(name, at)).length;
      return { statements: sent.reduce((sum, { mock }) => sum + mock.calls.length, 0), waits };
    } finally {
      vi.restoreAllMocks();
    }
  };

  /** One wait identifies the session. The others are the page's own readings; nobody waits for their end. */
  const limits = [
    { page: "a ticket on the desk", who: () => staff, path: () => `/desk/tickets/${organisation.reference}`, waits: 4 },
    { page: "the board", who: () => staff, path: () => "/desk", waits: 2 },
    {
      page: "a ticket in the portal",
      who: () => contact,
      path: () => `/portal/tickets/${organisation.reference}`,
      waits: 4,
    },
    { page: "the portal's home", who: () => contact, path: () => "/portal", waits: 3 },
    { page: "the portal's tickets", who: () => contact, path: () => "/portal/tickets", waits: 2 },
  ];
  it.each(limits)("at most $waits times for $page", async ({ who, path, waits }) => {
    await who().get(path());
    // Other work of the process can only add to a count, so the smallest of several is the page's own.
    let counted = await count(async () => who().get(path()));
    for (let more = 0; more < 20 && counted.waits > waits; more += 1) {
      const again = await count(async () => who().get(path()));
      if (again.waits < counted.waits) counted = again;
    }
    expect(counted.waits).toBeLessThanOrEqual(waits);
    expect(counted.statements).toBeGreaterThan(counted.waits);
  });
});
