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

  /**
   * The statements of a page, and its longest chain of them, in which each is sent when the one before is answered. The
   * last statement ends the transaction and does not count: nobody waits for it.
   */
  const count = async (ask: () => Promise<Response>) => {
    const { bind, query, emit } = pg.Connection.prototype;
    const sent = new Map<pg.Connection, number[]>();
    let answered = 0;
    const places: number[] = [];
    const note = (connection: pg.Connection) => {
      places.push(answered + 1);
      sent.set(connection, [...(sent.get(connection) ?? []), answered + 1]);
    };
    vi.spyOn(pg.Connection.prototype, "bind").mockImplementation(function (this: pg.Connection, ...args) {
      note(this);
      return bind.apply(this, args);
    });
    vi.spyOn(pg.Connection.prototype, "query").mockImplementation(function (this: pg.Connection, text) {
      note(this);
      return query.call(this, text);
    });
    vi.spyOn(pg.Connection.prototype, "emit").mockImplementation(function (
      this: pg.Connection,
      name,
      ...args: unknown[]
    ) {
      if (name === "readyForQuery") answered = Math.max(answered, sent.get(this)?.shift() ?? 0);
      return emit.call(this, name, ...args);
    });
    try {
      const response = await ask();
      expect(response.status).toBe(200);
      await response.text();
      return { statements: places.length, waits: Math.max(...places.slice(0, -1)) };
    } finally {
      vi.restoreAllMocks();
    }
  };

  /** One wait identifies the session. The others are the page's own readings. */
  const limits = [
    { page: "a ticket on the desk", who: () => staff, path: () => `/desk/tickets/${organisation.reference}`, waits: 4 },
    { page: "the board", who: () => staff, path: () => "/desk", waits: 2 },
    {
      page: "a ticket in the portal",
      who: () => contact,
      path: () => `/portal/tickets/${organisation.reference}`,
      waits: 4,
    },
    { page: "the portal's home", who: () => contact, path: () => "/portal", waits: 4 },
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
