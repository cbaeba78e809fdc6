import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

const forbidden = { code: "42501" };

// What a face's connection could do in SQL to numbers that must have no gaps.
describe("a counter", () => {
  let server: TestServer;
  let portal: pg.Client;
  let desk: pg.Client;
  let mine: FullOrganisation;
  let year: string;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    mine = await makeFullOrganisation(server);
    year = mine.invoiceNumber.slice(0, 4);
    const urls = await ensureRoles(server.ownerUrl);
    [portal, desk] = [new pg.Client({ connectionString: urls.portal }), new pg.Client({ connectionString: urls.desk })];
    for (const client of [portal, desk]) await client.connect();
  });
  afterAll(async () => {
    for (const client of [portal, desk]) await client.end();
    await server.close();
  });

  /** Runs a statement in a transaction to its commit, or with `set constraints` to the point of a commit. */
  const run = async (client: pg.Client, statement: string, end = "set constraints all immediate; rollback") => {
    await client.query("begin");
    try {
      await client.query(
        "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true)",
        [mine.id, mine.first, client === portal ? "contact" : "consultant"],
      );
      const { rowCount } = await client.query(statement);
      await client.query(end);
      return rowCount;
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  };

  const copyInvoice = (number: string) =>
    `insert into invoices select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', ${number}))).*
     from invoices i where number = '${mine.invoiceNumber}'`;
  const next = () =>
    `(select invoice_number_of(year, last_number + 1) from invoice_counters where year = ${year}::integer)`;
  const countOn = () => `update invoice_counters set last_number = last_number + 1 where year = ${year}`;

  it.each([
    ["moves on without an invoice", countOn],
    ["jumps", () => `update invoice_counters set last_number = last_number + 2 where year = ${year}`],
    ["goes back", () => `update invoice_counters set last_number = last_number - 1 where year = ${year}`],
    ["becomes another year's", () => `update invoice_counters set year = 2099 where year = ${year}`],
    ["begins without an invoice", () => "insert into invoice_counters values (2098, 1)"],
    ["begins in the middle", () => "insert into invoice_counters values (2098, 7)"],
    ["goes", () => `delete from invoice_counters where year = ${year}`],
    ["moves on twice for one invoice", () => `with i as (${copyInvoice(next())}) ${countOn()}; ${countOn()}`],
  ])("of invoices never %s, over staff's connection (R13)", async (_, statement) => {
    await expect(run(desk, statement())).rejects.toMatchObject(forbidden);
  });

  it("of invoices holds an invoice to the number that was counted", async () => {
    await expect(run(desk, copyInvoice(next()))).rejects.toMatchObject(forbidden);
    await expect(run(desk, copyInvoice(`'${year}-9999'`))).rejects.toMatchObject(forbidden);
    await expect(run(desk, copyInvoice(`'${year}-00001'`))).rejects.toMatchObject(forbidden);
    await expect(run(desk, copyInvoice("'2097-0001'"))).rejects.toMatchObject(forbidden);
  });

  it("of invoices moves on by one together with the invoice that takes the number", async () => {
    expect(await run(desk, `with i as (${copyInvoice(next())}) ${countOn()}`)).toBe(1);
  });

  it("of invoices is held at the commit itself", async () => {
    await expect(run(desk, countOn(), "commit")).rejects.toMatchObject(forbidden);
    const counted = await desk.query(`select last_number from invoice_counters where year = ${year}`);
    const issued = await desk.query(`select count(*)::int as last_number from invoices where number like '${year}-%'`);
    expect(counted.rows).toEqual(issued.rows);
  });

  const month = () => `organisation_id = '${mine.id}' and month = '${mine.month}'`;

  describe.each(["portal", "desk"] as const)("of a month, over the %s's connection (T4)", (face) => {
    const over = async (statement: string) => run(face === "portal" ? portal : desk, statement);

    it.each([
      ["moves on without a ticket", () => `update month_counters set last_number = last_number + 1 where ${month()}`],
      ["jumps", () => `update month_counters set last_number = last_number + 2 where ${month()}`],
      ["goes back", () => `update month_counters set last_number = last_number - 1 where ${month()}`],
      [
        "becomes another month's",
        () => `update month_counters set month = '2098-01', last_number = last_number + 1 where ${month()}`,
      ],
      ["begins in the middle", () => `insert into month_counters values ('${mine.id}', '2098-01', 5)`],
      ["goes", () => `delete from month_counters where ${month()}`],
    ])("never %s", async (_, statement) => {
      await expect(over(statement())).rejects.toMatchObject(forbidden);
    });

    it("may begin before its first ticket", async () => {
      expect(await over(`insert into month_counters values ('${mine.id}', '2098-01', 0)`)).toBe(1);
    });
  });

  it("of a month holds a ticket to a number that was counted, over staff's connection", async () => {
    const { rows } = await desk.query<{ names: string }>(
      "select string_agg(column_name, ', ') as names from information_schema.columns where table_name = 'tickets' and is_generated = 'NEVER'",
    );
    const names = rows[0]?.names ?? "";
    const copy = (number: string) => `insert into tickets (${names}) select ${names} from (
      select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'reference', 'K98-00001', 'number_in_month', ${number}))).*
      from tickets t where reference = '${mine.reference}') t`;
    const countMonthOn = `update month_counters set last_number = last_number + 1 where ${month()}`;
    await expect(run(desk, copy("4000"))).rejects.toMatchObject(forbidden);
    const upcoming = `(select last_number + 1 from month_counters where ${month()})`;
    await expect(run(desk, copy(upcoming))).rejects.toMatchObject(forbidden);
    expect(await run(desk, `with t as (${copy(upcoming)}) ${countMonthOn}`)).toBe(1);
  });

  it("of references gives numbers and is never set, over either connection", async () => {
    for (const client of [portal, desk]) {
      await expect(run(client, "select setval('ticket_references', 1)")).rejects.toMatchObject(forbidden);
      await expect(run(client, "alter sequence ticket_references restart")).rejects.toMatchObject(forbidden);
    }
  });

  it("of a chain of events is nobody's to move", async () => {
    for (const client of [portal, desk])
      await expect(run(client, "update event_heads set sequence = sequence + 1")).rejects.toMatchObject(forbidden);
  });
});
