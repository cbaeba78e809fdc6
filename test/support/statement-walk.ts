import type pg from "pg";
import { inject, vi } from "vitest";
import { openClient } from "../../server/db/open-client.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { loadDatabase } from "../load/load-database.ts";
import { type Explained, explainAll } from "./statement-problems.ts";
import { createMigratedDatabase } from "./migrated-database.ts";
import { openSweep, type Sweep } from "./open-sweep.ts";
import { recordStatements } from "./record-statements.ts";
import { startTestServer, type TestServer } from "./start-test-server.ts";
import { addressOf, nameOf, oddAddressOf } from "./sweep.ts";

export interface StatementWalk {
  readonly server: TestServer;
  /** Does something, and explains what was sent for it. */
  explain(by: string, work: () => Promise<void>): Promise<Explained>;
  /** The main deeds, every page and reading in the roles that may have them, and the jobs of the clock. */
  walk(): Promise<Explained>;
  close(): Promise<void>;
}

/** The most sets of values with which a statement is explained: those of a new customer and of one with a history. */
const setsOfStatement = 4;

/** A server on a loaded database, whose statements are all heard. */
export async function openStatementWalk(tickets: number): Promise<StatementWalk> {
  const recording = recordStatements();
  const server = await startTestServer(inject("ownerUrl"), {
    prepare: async () => {
      const database = await createMigratedDatabase(inject("ownerUrl"));
      await loadDatabase(database.ownerUrl, { tickets });
      return database;
    },
  });
  const urls = await ensureRoles(server.ownerUrl);
  const owner = await openClient(server.ownerUrl);
  const clients = { desk: await openClient(urls.desk), portal: await openClient(urls.portal) };
  return {
    server,
    explain: async (by, work) => {
      recording.name(by);
      await work();
      const statements = recording.statements(setsOfStatement);
      recording.name("");
      return explainAll(
        clients,
        statements.filter((sent) => sent.by === by),
      );
    },
    walk: async () => {
      recording.name("the main deeds");
      const sweep = await openSweep(server);
      recording.name("the jobs of the clock");
      await runJobs(owner);
      await askPages(server, { sweep, owner, name: recording.name });
      return explainAll(clients, recording.statements(setsOfStatement));
    },
    close: async () => {
      vi.restoreAllMocks();
      for (const client of [owner, clients.desk, clients.portal]) await client.end();
      await server.close();
    },
  };
}

/** Runs what the clock runs, and waits for everything that the deeds left to do. */
async function runJobs(owner: pg.Client): Promise<void> {
  for (const job of ["clean-up", "end-tickets", "sweep-mails"])
    await owner.query("select graphile_worker.add_job($1, '{}')", [job]);
  const left = async () =>
    (await owner.query("select from graphile_worker._private_jobs where run_at <= now() and attempts < 2")).rowCount;
  await vi.waitUntil(async () => (await left()) === 0, { timeout: 30_000, interval: 100 });
}

interface Asking {
  readonly sweep: Sweep;
  readonly owner: pg.Client;
  readonly name: (by: string) => void;
}

/**
 * Asks for everything that can be read, for a new organisation and for the one with the longest history: every page,
 * then what the page itself leads to of its own, such as a filter or the next fifty, and a search for words.
 */
async function askPages(server: TestServer, { sweep, owner, name }: Asking): Promise<void> {
  const old = await findLoaded(owner, sweep);
  const contact = await server.cookie(old.first);
  for (const route of sweep.routes.filter(({ method }) => method === "GET")) {
    name(nameOf(route));
    for (const of of [sweep.mine, old]) {
      const cookie = of === old && route.access.name === "contacts" ? contact : sweep.rightful(route);
      const path = addressOf(route, of) ?? oddAddressOf(route, "nothing");
      const answer = await sweep.send(route, { path, cookie });
      if (!/text\/html/.test(answer.headers.get("content-type") ?? "")) continue;
      for (const further of furtherOf(await answer.text(), path)) await sweep.send(route, { path: further, cookie });
    }
  }
}

/** A word of every loaded ticket's kind, two words together, and one that nobody wrote. */
const searched = ["outlook", "teams microfoon", "nergenshuizen"];
const mostFurther = 12;

/** The page's other addresses: its links to itself, and its search. */
function furtherOf(html: string, path: string): readonly string[] {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const own = [...new Set(links)].filter((href) => href.startsWith(`${path}?`)).slice(0, mostFurther);
  const searches = html.includes('name="q"') ? searched.map((words) => `${path}?q=${encodeURIComponent(words)}`) : [];
  return [...own, ...searches];
}

/** The things of a loaded organisation for addresses. */
async function findLoaded(owner: pg.Client, { mine }: Sweep): Promise<Sweep["mine"]> {
  const find = async <Id extends string>(sql: string, values: readonly string[] = []) => {
    const [row] = (await owner.query<{ found: Id }>(sql, [...values])).rows;
    if (row === undefined) throw new Error(`nothing for ${sql}`);
    return row.found;
  };
  const id = await find<typeof mine.id>(
    "select organisation_id as found from tickets group by 1 order by count(*) desc, 1 limit 1",
  );
  const of = async <Id extends string>(sql: string) => find<Id>(`${sql} limit 1`, [id]);
  return {
    ...mine,
    id,
    first: await of("select person_id as found from seats where organisation_id = $1 order by seat_number"),
    month: await of(
      "select month as found from tickets where organisation_id = $1 and month < to_char(now(), 'YYYY-MM') order by month desc",
    ),
    reference: await of(`select reference as found from tickets t where organisation_id = $1
      order by (select count(*) from ticket_messages m where m.organisation_id = t.organisation_id and m.ticket_id = t.id) desc`),
    contractId: await of("select id as found from contracts where organisation_id = $1 order by terms_year desc"),
    invoiceNumber: await of("select number as found from invoices where organisation_id = $1 order by issued_at desc"),
  };
}
