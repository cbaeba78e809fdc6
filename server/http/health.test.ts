import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";

describe("health", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("answers while every connection of the pages is in use (R42)", async () => {
    const door = Promise.withResolvers<void>();
    const { databases } = server.services;
    const both = [databases.desk, databases.portal].map((desk) => ({ ...databases, desk }));
    const holders = both.flatMap((held) =>
      Array.from({ length: 5 }, () => {
        const begun = Promise.withResolvers<void>();
        const ended = inTransaction(held, { kind: "system" }, async () => {
          begun.resolve();
          await door.promise;
        });
        return { begun: begun.promise, ended };
      }),
    );
    await Promise.all(holders.map(async ({ begun }) => begun));
    const answers = await Promise.all(Array.from({ length: 20 }, async () => fetch(new URL("/healthz", server.url))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    door.resolve();
    await Promise.all(holders.map(async ({ ended }) => ended));
    const { rows } = await sql<{ count: string }>`
      select count(*) from pg_stat_activity where application_name = 'kwartier health' and datname = current_database()`.execute(
      databases.desk,
    );
    expect(Number(rows[0]?.count)).toBe(2);
  });
});
