import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { packageRoot } from "../../server/root.ts";

const program = join(packageRoot, "dist/server/kwartier.js");
const keptWords = 1000;

/** The product in a process of its own, started for real. */
export interface ChildServer {
  readonly process: ChildProcess;
  /** Its address. */
  readonly url: string;
  /** The exit code and the signal that ended it. */
  readonly ended: Promise<unknown[]>;
  /** The last output on its error channel. */
  lastWords(): string;
  /** Kills it if it still runs. */
  [Symbol.asyncDispose](): Promise<void>;
}

export function buildOnce(): void {
  const build = [join(packageRoot, "scripts/build.mjs"), "--if-stale"];
  const { status, stderr } = spawnSync(process.execPath, build, { cwd: packageRoot, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

interface Starting {
  /** A command that runs the rest of its line. */
  readonly within?: readonly string[];
  /** Hides its error channel, for a test that makes it fail by the hundred. */
  readonly isQuiet?: boolean;
}

/** Starts it and waits until it answers. */
export async function startChild(
  settings: Readonly<Record<string, string>>,
  { within = [], isQuiet = false }: Starting = {},
): Promise<ChildServer> {
  const [command, ...parameters] = [...within, process.execPath, program, "start"];
  const env = { PATH: process.env["PATH"], LOG_LEVEL: "error", PORT: "0", STOP_PAUSE: "0", ...settings };
  const child = spawn(command, parameters, { env, stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  if (!isQuiet) child.stderr.pipe(process.stderr);
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    words = (words + more).slice(-keptWords);
  });
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const dispose = async (): Promise<void> => {
      child.kill("SIGKILL");
      await ended;
    };
    return {
      process: child,
      url: url.replace("localhost", "127.0.0.1"),
      ended,
      lastWords: () => words,
      [Symbol.asyncDispose]: dispose,
    };
  }
  await ended;
  throw new Error(`the server ended without an address ${words}`);
}
