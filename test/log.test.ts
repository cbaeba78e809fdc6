import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Logger } from "../server/logger.ts";
import { createLogger } from "../server/start/log.ts";
import { makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

describe("the log", () => {
  const path = join(tmpdir(), `kwartier-log-${randomUUID()}`);
  let log: Logger;
  let server: TestServer;
  beforeAll(async () => {
    log = createLogger("debug", pino.destination({ dest: path, sync: true }));
    server = await startTestServer(inject("ownerUrl"), { log });
  });
  afterAll(async () => {
    await server.close();
    rmSync(path, { force: true });
  });
  const lines = (): Record<string, unknown>[] =>
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it("tells what was asked and how it went, by route and request id, and nothing of the people or their texts", async () => {
    const full = await makeFullOrganisation(server);
    const browser = await server.browser(full.first);
    await browser.get(`/portal/tickets/${full.reference}`);
    await browser.get("/portal/tickets/K00-99999?surprise=anna1@customer.example");
    await browser.post(`/portal/tickets/${full.reference}/reply`, {
      body: `Beste Anna Jansen ${full.secret}`,
      idempotencyKey: randomUUID(),
    });
    await browser.post("/sign-in", { address: "anna1@customer.example" });
    const requests = lines().filter(({ msg }) => msg === "request");
    expect(requests).toContainEqual(
      expect.objectContaining({
        method: "GET",
        route: "/portal/tickets/:reference",
        status: 200,
        requestId: expect.any(String) as string,
        ms: expect.any(Number) as number,
      }),
    );
    const text = readFileSync(path, "utf8");
    const cookie = (await server.cookie(full.first)).split("=")[1] ?? "none";
    for (const personal of [
      full.secret,
      full.name,
      full.reference,
      "Anna",
      "Jansen",
      "customer.example",
      "127.0.0.1",
      cookie,
    ])
      expect(text).not.toContain(personal);
  });

  it("writes an error without what it quotes: no row, no address, no typed text", () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "anna@voorbeeld.example"'), {
      code: "22P02",
      detail: "Key (name)=(Anna) exists",
      query: "select 'Anna'",
    });
    log.error({ error }, "request failed");
    log.error({ error: new Error("550 5.1.1 <bram@voorbeeld.example>: recipient rejected") }, "mail failed");
    log.warn({ details: { token: "secret-token", code: "12345678" } }, "signed in");
    const text = readFileSync(path, "utf8");
    for (const personal of ["anna@", "Anna", "bram@", "secret-token", "12345678"]) expect(text).not.toContain(personal);
    const first = lines().find(({ msg }) => msg === "request failed");
    expect(first?.["error"]).toMatchObject({
      name: "Error",
      errorCode: "22P02",
      message: "invalid input syntax for type uuid: …",
      stack: expect.stringContaining("log.test.ts") as string,
    });
  });
});
