// npm run bench: the figures of ARCHITECTURE.md's budgets that can be measured now, on this machine, with the demo's data and
// fsync on. Nothing is asserted: a shared machine would make a liar of any limit in time.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonId } from "../core/values/ids.ts";
import { openDatabase, openPool } from "../server/db/connect.ts";
import { runningOwnerUrl } from "../server/db/embedded/find-running.ts";
import { ensureRoles } from "../server/db/roles.ts";
import { inTransaction } from "../server/db/transaction.ts";
import { openSession } from "../server/sign-in/sessions.ts";
import { type BuiltServer, bytesOf, startBuilt } from "./built-server.ts";
import { benchInvoices } from "./business.ts";
import { benchCharging } from "./charging.ts";
import { type Figure, printFigures, timesOf } from "./figures.ts";
import { benchRateCommand } from "./rate-command.ts";

const pageBudget = 15;
const rounds = 400;
/** Requests of each kind that are not counted: a process that has just started still compiles what it runs. */
const warmUp = 100;

interface Visitor {
  readonly cookie: string;
  readonly references: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), "kwartier-bench-"));
const figures: Figure[] = [];
try {
  const first = await startBuilt(folder);
  figures.push({ what: "first start, making and filling the demo", value: first.startSeconds, unit: "s" });
  await first.stop();
  const server = await startBuilt(folder);
  figures.push({ what: "start of what is there already", value: server.startSeconds, unit: "s", budget: 5 });
  figures.push({ what: "memory after the start", value: server.residentMegabytes(), unit: "MB", budget: 250 });
  figures.push(...(await benchServer(server)));
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
figures.push(...benchCharging(), ...(await benchInvoices()), ...(await benchRateCommand()));
console.log(`\nNode ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}\n`);
printFigures(figures);

async function benchServer(server: BuiltServer): Promise<Figure[]> {
  const { contact, consultant } = await visitors();
  const bytes = await firstView(server.url, contact.cookie);
  await visit(server, contact, ["/portal"]);
  await visit(
    server,
    contact,
    contact.references.map((reference) => `/portal/tickets/${reference}`),
  );
  await visit(server, consultant, ["/desk"]);
  await visit(
    server,
    consultant,
    consultant.references.map((reference) => `/desk/tickets/${reference}`),
  );
  await createTickets(server, contact);
  const timesOfRoute = (route: string) => (server.times.get(route) ?? []).slice(warmUp);
  return [
    ...timesOf("portal, home", timesOfRoute("GET /portal"), pageBudget),
    ...timesOf("portal, a ticket", timesOfRoute("GET /portal/tickets/:reference"), pageBudget),
    ...timesOf("desk, the board", timesOfRoute("GET /desk"), pageBudget),
    ...timesOf("desk, a ticket", timesOfRoute("GET /desk/tickets/:reference"), pageBudget),
    ...timesOf("creating a ticket, fsync on", timesOfRoute("POST /portal/tickets"), 15),
    { what: "first view of the portal, all bytes", value: bytes / 1000, unit: "kB", budget: 100 },
    { what: "memory after these requests", value: server.residentMegabytes(), unit: "MB", budget: 250 },
  ];
}

/** Somebody with a seat and many tickets, and a consultant, each signed in. */
async function visitors(): Promise<{ contact: Visitor; consultant: Visitor }> {
  const ownerUrl = runningOwnerUrl(folder);
  if (ownerUrl === undefined) throw new Error("the demo's database does not run");
  const { desk } = await ensureRoles(ownerUrl);
  const pool = openPool({ url: desk, name: "kwartier bench", max: 2, onError: () => undefined });
  const database = openDatabase(pool);
  const answer = await inTransaction({ portal: database, desk: database }, { kind: "system" }, async (tx) => {
    const busiest = await tx
      .selectFrom("seats")
      .innerJoin("tickets", "tickets.organisation_id", "seats.organisation_id")
      .select(["seats.person_id", "seats.organisation_id"])
      .groupBy(["seats.person_id", "seats.organisation_id"])
      .orderBy((builder) => builder.fn.countAll(), "desc")
      .executeTakeFirstOrThrow();
    const helper = await tx
      .selectFrom("people")
      .select("id")
      .where("staff_role", "is not", null)
      .executeTakeFirstOrThrow();
    const tickets = tx.selectFrom("tickets").select("reference").orderBy("last_activity_at", "desc").limit(40);
    const own = await tickets.where("organisation_id", "=", busiest.organisation_id).execute();
    const signIn = async (person: PersonId) => {
      const { token } = await openSession(tx, person, Temporal.Now.instant());
      return `kwartier-session=${token}`;
    };
    return {
      contact: { cookie: await signIn(busiest.person_id), references: own.map(({ reference }) => reference) },
      consultant: {
        cookie: await signIn(helper.id),
        references: (await tickets.execute()).map(({ reference }) => reference),
      },
    };
  });
  await pool.end();
  return answer;
}

async function visit({ url }: BuiltServer, { cookie }: Visitor, paths: readonly string[]): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const path = paths[round % paths.length] ?? "/";
    const answer = await fetch(new URL(path, url), { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}

async function createTickets({ url }: BuiltServer, { cookie }: Visitor): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const fields = {
      title: `Meting ${round}`,
      description: "Om te meten.",
      isAdditionalConfirmed: "yes",
      idempotencyKey: randomUUID(),
    };
    const init = {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: url },
      body: new URLSearchParams(fields),
    } as const;
    const answer = await fetch(new URL("/portal/tickets", url), init);
    if (answer.status !== 303) throw new Error(`a ticket answered ${answer.status}`);
  }
}

/** The portal's home with everything its head asks for, as a browser that has nothing yet. */
async function firstView(url: string, cookie: string): Promise<number> {
  const page = new URL("/portal", url);
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const parts = [...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? "/");
  let bytes = await bytesOf(page, cookie);
  for (const part of new Set(parts)) bytes += await bytesOf(new URL(part, url), cookie);
  return bytes;
}
