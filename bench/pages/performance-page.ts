import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../server/root.ts";
import type { MeasuredSql } from "./load-job.ts";
import { connectionCounts, type Figures } from "./measure.ts";

/** A page or deed with its figures by the number of connections. */
export interface SceneFigures {
  readonly name: string;
  /** Null for what sends none. */
  readonly sent: { readonly statements: number; readonly waits: number } | null;
  readonly figures: ReadonlyMap<number, Figures>;
  /** Its own SQL sent bare, for pages. */
  readonly sql: ReadonlyMap<number, MeasuredSql>;
}

export interface Section {
  readonly tickets: number;
  readonly postgres: string;
  readonly seconds: number;
  readonly seed: string;
  readonly megabytes: { readonly before: number; readonly after: number } | null;
  readonly scenes: readonly SceneFigures[];
}

const path = join(packageRoot, "docs/performance.md");

const introduction = `# Performance

\`npm run bench -- pages --tickets N\` measures these tables on a database that is filled with N tickets (\`test/load\`), and writes
them here. The load, the server and PostgreSQL share the machine, each in processes of their own. A file is served in the same
run by a bare \`node:http\` server; the SQL of a page is what the server sent for it, sent again without the server, one statement after
another and together. Times are in milliseconds; the processor's are of one request, where the system tells them.
A wait is a point at which nothing more can be sent before the database answers. What a deed sets off later, such as mail, shares the time but
is not waited for. [Budgets](../ARCHITECTURE.md#budgets) has the limits.
`;

/** Writes a section in place of the earlier one for as many tickets, and leaves the others. */
export function writeSection(section: Section): string {
  const text = wordSection(section);
  const old = existsSync(path) ? readFileSync(path, "utf8") : introduction;
  const others = old
    .split(/^(?=## )/m)
    .slice(1)
    .filter((part) => !part.startsWith(`## ${count(section.tickets)} tickets`));
  const all = [...others, text].toSorted((one, other) => ticketsIn(one) - ticketsIn(other));
  writeFileSync(path, `${[introduction, ...all.map((part) => part.trim())].join("\n").trim()}\n`);
  return text;
}

function ticketsIn(part: string): number {
  return Number(/^## ([\d,]+)/.exec(part)?.[1]?.replaceAll(",", "") ?? 0);
}

function wordSection(section: Section): string {
  const { tickets, postgres, seconds, scenes, megabytes, seed } = section;
  const commit = execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=10"], {
    cwd: packageRoot,
    encoding: "utf8",
  }).trim();
  const [first] = cpus();
  const date = Temporal.Now.plainDateISO().toString();
  const memory =
    megabytes === null
      ? ""
      : ` The server had ${number(megabytes.before)} MB before and ${number(megabytes.after)} MB after.`;
  return [
    `## ${count(tickets)} tickets`,
    "",
    `${cpus().length} cores, ${first?.model.trim() ?? "unknown"}; Node ${process.version.slice(1)}, PostgreSQL ${postgres}; ${date}, commit ${commit}; ${seconds} s for each figure, seed \`${seed}\`.${memory}`,
    "",
    ...tableOfSent(scenes),
    ...connectionCounts.flatMap((connections) => ["", ...tableOf(scenes, connections)]),
    "",
  ].join("\n");
}

function tableOfSent(scenes: readonly SceneFigures[]): readonly string[] {
  const rows = scenes.map(({ name, sent, figures }) => [
    name,
    sent === null ? "-" : String(sent.statements),
    sent === null ? "-" : String(sent.waits),
    count(figures.get(connectionCounts[0])?.bytes ?? 0),
  ]);
  return table(["what", "statements", "waits", "bytes"], rows);
}

function tableOf(scenes: readonly SceneFigures[], connections: number): readonly string[] {
  const rows = scenes.flatMap(({ name, figures, sql }) => {
    const one = figures.get(connections);
    const bare = sql.get(connections);
    if (one === undefined) return [];
    const times = [one.perSecond, one.p50, one.p95, one.p99].map(number);
    const processor = [one.processor?.node, one.processor?.postgres].map(optional);
    return [[name, ...times, ...processor, ...[bare?.single, bare?.pipelined].map(optional)]];
  });
  const head = [
    "what",
    "per second",
    "p50",
    "p95",
    "p99",
    "Node",
    "PostgreSQL",
    "its SQL, per second",
    "sent together",
  ];
  return [`### ${connections} ${connections === 1 ? "connection" : "connections"}`, "", ...table(head, rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? "---" : "---:"))), ...rows.map(line)];
}

function optional(value: number | undefined): string {
  return value === undefined ? "-" : number(value);
}

function number(value: number): string {
  return value >= 100 ? count(Math.round(value)) : value.toFixed(value < 10 ? 2 : 1);
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
