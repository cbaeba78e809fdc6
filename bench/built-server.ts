import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { nodeFlags, nodeSettings } from "../scripts/node-flags.mjs";
import { packageRoot } from "../server/root.ts";

export interface BuiltServer {
  readonly url: string;
  readonly pid: number;
  /** From the command to the first page. */
  readonly startSeconds: number;
  /** The server's own times of requests, by method and route, from its log. */
  readonly times: Map<string, number[]>;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

/** Runs the built server as `npm start` does, as a demo in a data directory, and reads its log. */
export async function startBuilt(
  dataDirectory: string,
  { databaseUrl, logLevel = "info" }: { readonly databaseUrl?: string; readonly logLevel?: string } = {},
): Promise<BuiltServer> {
  const startedAt = performance.now();
  const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const env = {
    ...process.env,
    ...nodeSettings,
    ...database,
    DATA_DIRECTORY: dataDirectory,
    PORT: "0",
    LOG_LEVEL: logLevel,
  };
  const program = join(packageRoot, "dist/server/kwartier.js");
  const child = spawn(process.execPath, [...nodeFlags, program, "start", "--demo"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const times = new Map<string, number[]>();
  createInterface({ input: child.stderr }).on("line", (line) => noteTime(times, line));
  const url = await addressOf(child);
  await fetch(new URL("/sign-in", url));
  return {
    url,
    pid: child.pid ?? 0,
    startSeconds: (performance.now() - startedAt) / 1000,
    times,
    residentMegabytes: () => residentOf(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the server has no output");
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return new URL(url).origin;
  }
  throw new Error("the server ended before it served");
}

function noteTime(times: Map<string, number[]>, line: string): void {
  if (!line.startsWith("{")) return console.error(line);
  const { msg, method, route, ms, level } = JSON.parse(line) as Record<string, string | number>;
  if (Number(level) >= 50) console.error(line);
  if (msg !== "request") return;
  const name = `${String(method)} ${String(route)}`;
  const known = times.get(name) ?? [];
  times.set(name, [...known, Number(ms)]);
}

/** The memory of the process, if the system tells it. */
function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** The bytes of an answer on the wire, and its text. */
export async function bytesOf(url: URL, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie, "accept-encoding": "br, gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
