import { once } from "node:events";
import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { createTicketAt } from "../../test/support/make-work.ts";
import { formOwnerOfSession, startTestServer, type TestServer } from "../../test/support/start-test-server.ts";

/** Requests whose browser goes away while the database has not answered yet. A lock stands for a slow statement. */
describe("a browser that leaves", () => {
  let server: TestServer;
  let owner: pg.Client;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    administrator = await makeStaff(server.services, "administrator");
    const organisation = await makeOrganisation(server.services);
    await createTicketAt(server.services, organisation, { at: "2026-09-07T09:00+02:00", title: "Traag" });
  });
  afterAll(async () => {
    await owner.end();
    await server.close();
  });

  const waitingForLocks = async (): Promise<number> => {
    const { rowCount } = await owner.query(
      "select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
    );
    return rowCount ?? 0;
  };

  it("holds up nobody: 32 abandoned proposals leave every connection to other pages", async () => {
    const desk = await server.browser(administrator);
    const cookie = await server.cookie(administrator);
    const leaving = new AbortController();
    await owner.query("begin; lock table forgiven_charges in access exclusive mode");
    try {
      const proposals = Array.from({ length: 32 }, async () =>
        fetch(new URL("/desk/months/2026-09", server.url), { headers: { cookie }, signal: leaving.signal }),
      );
      const left = Promise.allSettled(proposals);
      // All connections of the desk are taken, and the others wait for one.
      await vi.waitUntil(async () => (await waitingForLocks()) === 5, { timeout: 7000 });
      leaving.abort();
      expect((await left).every(({ status }) => status === "rejected")).toBe(true);
      const answer = await desk.get("/desk/articles");
      expect(answer.status).toBe(200);
      // The lock is still held, and nobody waits for it any more.
      expect(await waitingForLocks()).toBe(0);
    } finally {
      await owner.query("rollback");
    }
    expect((await desk.get("/desk/months/2026-09")).status).toBe(200);
  });

  it("does not stop a form that it has sent: it is carried out whole", async () => {
    const { id, first } = await makeOrganisation(server.services);
    const cookie = await server.cookie(first);
    const { host, origin, port } = new URL(server.url);
    const body = `madeFor=${await formOwnerOfSession(server, cookie)}&title=Weg&description=Ik+ben+al+weg.`;
    const head = `POST /portal/tickets HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
    const tickets = async () => (await owner.query("select from tickets where organisation_id = $1", [id])).rowCount;
    await owner.query("begin; lock table tickets in share mode");
    try {
      const socket = connect({ host: "127.0.0.1", port: Number(port) });
      await once(socket, "connect");
      socket.write(head + body);
      await vi.waitUntil(async () => (await waitingForLocks()) === 1, { timeout: 7000 });
      socket.destroy();
    } finally {
      await owner.query("commit");
    }
    await expect.poll(tickets, { timeout: 7000 }).toBe(1);
  });
});
