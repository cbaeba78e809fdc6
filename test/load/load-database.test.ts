import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase, openPool } from "../../server/db/connect.ts";
import { verifyDatabase } from "../../server/verify/verify-database.ts";
import type { TestDatabase } from "../database.ts";
import { query } from "../embedded.ts";
import { createMigratedDatabase } from "../support/migrated-database.ts";
import { dumpRows } from "../support/table-rows.ts";
import { loadDatabase } from "./load-database.ts";

const now = Temporal.Instant.from("2026-11-30T10:00:00Z");

describe("a loaded database", () => {
  const databases: TestDatabase[] = [];
  const load = async (seed: string) => {
    const database = await createMigratedDatabase(inject("ownerUrl"));
    databases.push(database);
    await loadDatabase(database.ownerUrl, { tickets: 1000, seed, now });
    return database.ownerUrl;
  };
  let ownerUrl: string;
  beforeAll(async () => {
    ownerUrl = await load("one");
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });

  it("is verified whole: every invoice follows from its work, and every chain of events is true", async () => {
    const pool = openPool({ url: ownerUrl, name: "kwartier test", max: 2, onError: () => undefined });
    const problems: string[] = [];
    const verified = await verifyDatabase(openDatabase(pool), { files: null, report: (one) => problems.push(one) });
    await pool.end();
    expect(problems).toEqual([]);
    expect(verified).toMatchObject({ organisations: 10, invoices: 220, unsentInvoices: 0 });
    expect(verified.events).toBeGreaterThan(8000);
  });

  it("has the schema of a migrated one again, with every reference, trigger and index", async () => {
    const empty = await createMigratedDatabase(inject("ownerUrl"));
    databases.push(empty);
    const schema = `
      select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass::text, case when tgisinternal then '' else tgname end, tgenabled::text, true
        from pg_trigger
      union all select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid
        from pg_index where indrelid::regclass::text !~ 'pg_toast' order by 1, 2, 3`;
    expect(await query(ownerUrl, schema)).toEqual(await query(empty.ownerUrl, schema));
  });

  it("has open tickets that wait for each party, and authorisations in each state", async () => {
    const waiting = await query(ownerUrl, "select distinct waits_for from tickets where status = 'open' order by 1");
    expect(waiting.flat()).toEqual(["authorisation", "customer", "microsoft", "planning", "provider"]);
    const states = await query(ownerUrl, "select distinct state from authorisations order by 1");
    expect(states.flat()).toEqual(["approved", "declined", "delivered", "requested", "withdrawn"]);
  });

  it("has the same rows by the same seed, and others by another", async () => {
    const rows = await dumpRows(ownerUrl);
    const [same, other] = [await dumpRows(await load("one")), await dumpRows(await load("two"))];
    expect(same === rows).toBe(true);
    expect(other === rows).toBe(false);
  });
});
