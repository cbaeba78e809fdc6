import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { makeOrganisation } from "../../test/support/make-organisation.ts";
import { formOwnerOfSession, startTestServer, type TestServer } from "../../test/support/start-test-server.ts";

let server: TestServer;
let owner: pg.Client;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Starts a form, resolves once the server knows its sender, and leaves the rest for later. */
async function beginSlowly(personId: string, cookie: string, path: string) {
  const { host, origin, port } = new URL(server.url);
  const formOwner = await formOwnerOfSession(server, cookie);
  const body = `madeFor=${formOwner}&title=Traag&description=Het+laatste+stuk+kwam+pas+veel+later.`;
  const [first, rest] = [body.slice(0, 10), body.slice(10)];
  await owner.query("update sessions set last_seen_at = now() - interval '5 minutes' where person_id = $1", [personId]);
  const socket = connect({ host: "127.0.0.1", port: Number(port) });
  await once(socket, "connect");
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${first}`);
  const seen = "select from sessions where person_id = $1 and last_seen_at > now() - interval '1 minute'";
  await vi.waitUntil(async () => ((await owner.query(seen, [personId])).rowCount ?? 0) > 0, { timeout: 5000 });
  return async (): Promise<string> => {
    socket.write(rest);
    return text(socket);
  };
}

describe("a form that arrives slowly", () => {
  it("does what it says for who may still do it", async () => {
    const { first } = await makeOrganisation(server.services);
    const finish = await beginSlowly(first, await server.cookie(first), "/portal/tickets");
    expect(await finish()).toMatch(/^HTTP\/1\.1 303 [\s\S]*location: \/portal\/tickets\/K/i);
  });

  it("does nothing for who lost the seat meanwhile", async () => {
    const { id, second } = await makeOrganisation(server.services);
    const finish = await beginSlowly(second, await server.cookie(second), "/portal/tickets");
    await owner.query("delete from seats where organisation_id = $1 and person_id = $2", [id, second]);
    expect(await finish()).toMatch(/^HTTP\/1\.1 409 /);
    expect((await owner.query("select from tickets where organisation_id = $1", [id])).rowCount).toBe(0);
  });

  it("does nothing for a session that ended meanwhile", async () => {
    const { id, first } = await makeOrganisation(server.services);
    const finish = await beginSlowly(first, await server.cookie(first), "/portal/tickets");
    await owner.query("update sessions set revoked_at = now() where person_id = $1", [first]);
    expect(await finish()).toMatch(/^HTTP\/1\.1 303 [\s\S]*location: \/sign-in/i);
    expect((await owner.query("select from tickets where organisation_id = $1", [id])).rowCount).toBe(0);
  });
});

describe("a body made to cost much", () => {
  it("is walked through in a time that grows with its size, however deep it is", async () => {
    const { first } = await makeOrganisation(server.services);
    const browser = await server.browser(first);
    const wide = Array.from({ length: 100_000 }, () => "a");
    const nestedIn = (depth: number): unknown => {
      let nested: unknown = wide;
      for (let level = 0; level < depth; level += 1) nested = [nested];
      return nested;
    };
    const started = performance.now();
    for (const [depth, status] of [
      [12, 422],
      [2000, 400],
    ] as const) {
      const answer = await browser.sendJson("/api/tickets", { title: nestedIn(depth), description: "x" });
      expect(answer.status).toBe(status);
    }
    // It once took four seconds, in which nobody else got an answer.
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("is refused when a text in its depths cannot be stored", async () => {
    const { first } = await makeOrganisation(server.services);
    const browser = await server.browser(first);
    for (const description of [{ a: ["\u0000"] }, { "\u0000": 1 }, ["\uD800"]])
      expect((await browser.sendJson("/api/tickets", { title: "a", description })).status).toBe(400);
  });
});

describe("an address that no header can hold", () => {
  it("is not where anybody is sent", async () => {
    const { first } = await makeOrganisation(server.services);
    const browser = await server.browser(first);
    for (const returnTo of ["/portal/€", "/portal/\u0100", "/.//evil.example", "/portal/..//evil.example"]) {
      const answer = await browser.post("/preferences", { theme: "dark", returnTo });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    }
  });
});

describe("a demo", () => {
  it("is not served through a proxy, where anybody could be anybody", async () => {
    for (const header of ["x-forwarded-for", "forwarded", "via"]) {
      const headers = { [header]: "203.0.113.7" };
      for (const path of ["/sign-in", "/demo/mail", "/portal"])
        expect((await fetch(new URL(path, server.url), { headers, redirect: "manual" })).status).toBe(421);
    }
  });
});

it("the key of a repeat is one's own: another's answer does not come out of it", async () => {
  const [one, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
  const headers = { "idempotency-key": randomUUID() };
  const ticket = { title: "Geheim", description: "x" };
  const mine = await (await server.browser(one.first)).sendJson("/api/tickets", ticket, headers);
  for (const personId of [one.second, other.first]) {
    const theirs = await (await server.browser(personId)).sendJson("/api/tickets", ticket, headers);
    expect(theirs.status).toBe(201);
    expect(await theirs.json()).not.toEqual(await mine.clone().json());
  }
});
