// npm run bench: measures the budgets of ARCHITECTURE.md that can be measured now, on this machine, with the demo's
// data and fsync on. It asserts nothing, because no limit of time holds on a shared machine.
// npm run bench -- pages: measures every main page and deed on a loaded database (pages/bench-pages.ts).
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../server/db/open-client.ts";
import { runningOwnerUrl } from "../server/db/embedded/find-running.ts";
import { type BuiltServer, bytesOf, startBuilt } from "./built-server.ts";
import { benchBurst } from "./burst.ts";
import { benchInvoices } from "./business.ts";
import { benchCharging } from "./charging.ts";
import { type Figure, printFigures, timesOf } from "./figures.ts";
import { benchPages } from "./pages/bench-pages.ts";
import { benchRateCommand } from "./rate-command.ts";
import { type Visitor, visitors } from "./visitors.ts";

const pageBudget = 8;
const rounds = 400;
/** Requests of each kind that are not counted, because a new process still compiles its code. */
const warmUp = 100;

/** `npm run bench -- burst` measures only that. */
const isOnlyBurst = process.argv.includes("burst");

const [, , first, ...given] = process.argv;
if (first === "pages") await benchPages(given);
else await benchBudgets();

async function benchBudgets(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kwartier-bench-"));
  const figures: Figure[] = [];
  try {
    const first = await startBuilt(folder);
    figures.push({ what: "first start, making and filling the demo", value: first.startSeconds, unit: "s" });
    await first.stop();
    const server = await startBuilt(folder);
    figures.push({ what: "start of what is there already", value: server.startSeconds, unit: "s", budget: 5 });
    figures.push({ what: "memory after the start", value: server.residentMegabytes(), unit: "MB", budget: 250 });
    figures.push(...(await benchServer(server, folder)));
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!isOnlyBurst) figures.push(...benchCharging(), ...(await benchInvoices()), ...(await benchRateCommand()));
  console.log(`\nNode ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}\n`);
  printFigures(figures);
}

async function benchServer(server: BuiltServer, folder: string): Promise<Figure[]> {
  const ownerUrl = runningOwnerUrl(folder);
  if (ownerUrl === undefined) throw new Error("the demo's database does not run");
  const { contact, consultant } = await visitors(ownerUrl);
  if (isOnlyBurst) return benchBurst({ url: server.url, ownerUrl, cookie: contact.cookie });
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
  await createTickets(server, contact, ownerUrl);
  const timesOfRoute = (route: string) => (server.times.get(route) ?? []).slice(warmUp);
  return [
    ...timesOf("portal, home", timesOfRoute("GET /portal"), pageBudget),
    ...timesOf("portal, a ticket", timesOfRoute("GET /portal/tickets/:reference"), pageBudget),
    ...timesOf("desk, the board", timesOfRoute("GET /desk"), pageBudget),
    ...timesOf("desk, a ticket", timesOfRoute("GET /desk/tickets/:reference"), pageBudget),
    ...timesOf("creating a ticket, fsync on", timesOfRoute("POST /portal/tickets")),
    { what: "first view of the portal, all bytes", value: bytes / 1000, unit: "kB", budget: 100 },
    ...(await benchBurst({ url: server.url, ownerUrl, cookie: contact.cookie })),
    { what: "memory after these requests", value: server.residentMegabytes(), unit: "MB", budget: 250 },
  ];
}

async function visit({ url }: BuiltServer, { cookie }: Visitor, paths: readonly string[]): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const path = paths[round % paths.length] ?? "/";
    const answer = await fetch(new URL(path, url), { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}

/** Nobody may cause so many mails so quickly, so the counts are cleared in between. */
async function createTickets({ url }: BuiltServer, { cookie }: Visitor, ownerUrl: string): Promise<void> {
  const owner = await openClient(ownerUrl);
  const page = await (await fetch(new URL("/portal/tickets/new", url), { headers: { cookie } })).text();
  const formOwner = /name="madeFor" value="([^"]*)"/.exec(page)?.[1] ?? "";
  for (let round = 0; round < rounds; round += 1) {
    if (round % 50 === 0) await owner.query("delete from rate_limits where bucket like 'mail-%'");
    const fields = {
      madeFor: formOwner,
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
  await owner.end();
}

/** The portal's home with everything its head loads, as for a browser with an empty cache. */
async function firstView(url: string, cookie: string): Promise<number> {
  const page = new URL("/portal", url);
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const parts = [...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? "/");
  let bytes = await bytesOf(page, cookie);
  for (const part of new Set(parts)) bytes += await bytesOf(new URL(part, url), cookie);
  return bytes;
}
