import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor } from "../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../core/values/ids.ts";
import { openDatabase, openPool } from "../server/db/connect.ts";
import { checkSchema } from "../server/db/migrate.ts";
import { tableClasses } from "../server/db/table-classes.ts";
import { inTransaction } from "../server/db/transaction.ts";
import { eventSchema } from "../server/events/catalogue/all.ts";
import { openDiskFiles } from "../server/files/disk-files.ts";
import { verifyDatabase } from "../server/verify/verify-database.ts";
import type { TestDatabase } from "./database.ts";
import { query } from "./embedded.ts";
import { crawl } from "./support/crawl.ts";
import { copyFixtureFiles, listSchemaFixtures, makeOldDatabase, readFixtureRows } from "./support/schema-fixture.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";
import { dumpRows } from "./support/table-rows.ts";

it("keeps the database that each released version made", () => {
  expect(listSchemaFixtures()).toEqual(expect.arrayContaining(["0007", "0042"]));
});

describe.each(listSchemaFixtures())("a database of schema %s, brought up to date", (schema) => {
  let server: TestServer;
  let rows: number;
  let isDumpedAsKept: boolean;
  let documents: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const prepare = async (dataDirectory: string): Promise<TestDatabase> => {
      const database = await makeOldDatabase(inject("ownerUrl"), schema);
      rows = database.rows;
      isDumpedAsKept = (await dumpRows(database.ownerUrl)) === readFixtureRows(schema);
      await setClockBehindLastEvent(database.ownerUrl);
      copyFixtureFiles(schema, dataDirectory);
      return database;
    };
    server = await startTestServer(inject("ownerUrl"), { prepare });
    documents = new Map((await read<[string, string]>(documentQuery)).map(([number, key]) => [number, key]));
  });
  afterAll(async () => server.close());

  const read = async <Row extends unknown[]>(sql: string) => (await query(server.ownerUrl, sql)) as Row[];
  const enter = async (mailAddress: string) => {
    const [[id] = [""]] = await read<[string]>(`select id from people where mail_address = '${mailAddress}'`);
    return server.browser(id as PersonId);
  };

  it("was made of the rows that are kept, which are dumped again as they are kept", () => {
    expect(rows).toBeGreaterThan(1000);
    expect(isDumpedAsKept).toBe(true);
  });

  it("has the schema of today", async () => {
    await expect(checkSchema(server.ownerUrl)).resolves.toBeUndefined();
  });

  it.each([
    ["anna@bakkerij-devries.example", "/portal", ["/portal/tickets/#", "/portal/contract", "/portal/invoices/#"]],
    ["hendrik@bakkerij-devries.example", "/portal", ["/portal/tickets/#", "/portal/contract", "/portal/year/#"]],
    [
      "sanne@kwartier.example",
      "/desk",
      ["/desk/tickets/#", "/desk/organisations/#", "/desk/articles/#", "/desk/terms/#"],
    ],
    [
      "marieke@kwartier.example",
      "/desk",
      ["/desk/months/#", "/desk/months/#/#", "/desk/invoices/#", "/desk/organisations/#/year/#"],
    ],
  ])("shows %s every kind of page that links lead to", { timeout: 60_000 }, async (address, start, kinds) => {
    const { failed, seen } = await crawl(await enter(address), start);
    expect(failed).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(kinds));
  });

  it("reads every event that is on record", async () => {
    const events = await read<[string, unknown]>(`
      select e.kind, p.payload from events e join event_payloads p on p.event_id = e.id
      union all select e.kind, p.payload from provider_events e join provider_event_payloads p on p.event_id = e.id`);
    expect(events.length).toBeGreaterThan(1000);
    const unread = events.filter(([kind, payload]) => !eventSchema.safeParse({ kind, payload }).success);
    expect(unread).toEqual([]);
  });

  it("has everything in order (R13, R16, R38)", { timeout: 60_000 }, async () => {
    const problems: string[] = [];
    const pool = openPool({ url: server.ownerUrl, name: "test", max: 1, onError: () => undefined });
    const verified = await verifyDatabase(openDatabase(pool), {
      files: openDiskFiles(join(server.dataDirectory, "files")),
      report: (problem) => problems.push(problem),
    });
    await pool.end();
    expect(problems).toEqual([]);
    expect(verified).toMatchObject({ erasedPayloads: 0, absentDocuments: 0, problems: 0 });
    expect([verified.organisations, verified.invoices, verified.lines]).toEqual(
      await counts(["organisations", "invoices", "invoice_lines"]),
    );
  });

  const counts = async (tables: readonly string[]): Promise<number[]> => {
    const [row = []] = await read<number[]>(
      `select ${tables.map((table) => `(select count(*)::int from ${table})`).join()}`,
    );
    return row;
  };

  it("hands out the PDFs that were stored, byte for byte, and draws none of them anew", async () => {
    const administrator = await enter("marieke@kwartier.example");
    expect(documents.size).toBeGreaterThan(0);
    for (const [number, key] of documents) {
      const pdf = await administrator.get(`/desk/invoices/${number}/pdf`);
      const stored = readFileSync(join(server.dataDirectory, "files", key.slice(0, 2), key.slice(2, 4), key));
      expect(hashOf(new Uint8Array(await pdf.arrayBuffer())), number).toBe(hashOf(stored));
    }
    const today = new Map((await read<[string, string]>(documentQuery)).map(([number, key]) => [number, key]));
    for (const [number, key] of documents) expect(today.get(number)).toBe(key);
  });

  it("shows the desk's role every row of customers, and the portal's those that its organisation may see (R01)", async () => {
    const [[organisationId, personId] = ["", ""]] = await read<[string, string]>(
      "select organisation_id, person_id from seats order by organisation_id, seat_number limit 1",
    );
    const contact: Actor = {
      kind: "contact",
      organisationId: organisationId as OrganisationId,
      personId: personId as PersonId,
      seat: 1,
      isSignatory: false,
    };
    const counted = async (actor: Actor, table: string): Promise<number> =>
      inTransaction(server.services.databases, actor, async (tx) => {
        const { rows: found } = await sql<{ count: number }>`select count(*)::int from ${sql.table(table)}`.execute(tx);
        return found[0]?.count ?? 0;
      });
    for (const table of tableClasses.customer) {
      const filter = `organisation_id = '${organisationId}' and ${shownToContacts[table] ?? "true"}`;
      const [[all, shown, mayRead] = [0, 0, false]] = await read<[number, number, boolean]>(
        `select count(*)::int, (count(*) filter (where ${filter}))::int,
          has_any_column_privilege('kwartier_portal', '${table}', 'SELECT') from ${table}`,
      );
      expect(await counted({ kind: "system" }, table), table).toBe(all);
      if (mayRead) expect(await counted(contact, table), table).toBe(shown);
    }
  });
});

/** Contacts do not see every row of their organisation in these tables: staff's records are events too. */
const shownToContacts: Readonly<Record<string, string>> = {
  events: "is_visible",
  event_payloads: "event_id in (select id from events where is_visible)",
};

const documentQuery =
  "select number, storage_key from invoice_documents join invoices on invoices.id = invoice_documents.invoice_id";

/** Sets a demo's time to an hour after its last event, whenever the test runs. */
async function setClockBehindLastEvent(ownerUrl: string): Promise<void> {
  await query(
    ownerUrl,
    `update installation set clock_offset_seconds = extract(epoch from
      greatest((select max(at) from events), (select max(at) from provider_events)) + interval '1 hour' - now())`,
  );
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
