import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { failed } from "./create-cluster.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { freePort } from "./free-port.ts";
import { dataOf } from "./place.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { clusterName } from "./processes.ts";
import { type Programs, cleanEnvironment } from "./run-program.ts";
import { openServerLog, readServerLog } from "./server-log.ts";
import { type Settings, asArguments } from "./settings.ts";

export type Launch = { readonly home: string; readonly programs: Programs; readonly settings: Settings };
export type Postmaster = { readonly pid: number; readonly port: number };

type Attempt =
  | { readonly isReady: true; readonly postmaster: Postmaster }
  | { readonly isReady: false; readonly output: string };

// Recovery after a crash replays at most max_wal_size of log. A start that takes longer than this will not succeed.
const patienceMilliseconds = 120_000;
const attempts = 40;

/** Starts the postmaster on the wanted port, or on another one if that port is taken and may change. */
export async function launchPostmaster(
  launch: Launch,
  wanted: { port: number; isFixed: boolean },
): Promise<Postmaster> {
  let port = wanted.port;
  for (let count = 1; ; count += 1) {
    if (!wanted.isFixed) port = await freePort(port);
    const attempt = await tryLaunch(launch, port);
    if (attempt.isReady) return attempt.postmaster;
    if (count === attempts || !(await isWorthAnotherTry(attempt.output, wanted.isFixed))) {
      throw failed(dataOf(launch.home), attempt.output);
    }
  }
}

async function isWorthAnotherTry(output: string, isFixed: boolean): Promise<boolean> {
  if (/could not create any TCP\/IP sockets|Address already in use/.test(output)) return !isFixed;
  // Children of a killed postmaster end as soon as they notice. PostgreSQL guards their memory meanwhile.
  if (!/shared memory block .* still in use/.test(output)) return false;
  await new Promise((resolve) => setTimeout(resolve, 250));
  return true;
}

async function tryLaunch({ home, programs, settings }: Launch, port: number): Promise<Attempt> {
  const data = dataOf(home);
  const log = openServerLog(home);
  const args = ["-D", data, "-c", `cluster_name=${clusterName(data)}`, "-c", `port=${port}`, ...asArguments(settings)];
  const child = spawn(join(programs.binaries, "bin", "postgres"), args, {
    cwd: "/",
    env: cleanEnvironment,
    // A session of its own, so that Ctrl-C in the terminal reaches only us. We stop it after the last request.
    detached: true,
    stdio: ["ignore", log.handle, log.handle],
    ...programs.account,
  });
  closeSync(log.handle);
  child.unref();
  const ended = new Promise<Error | undefined>((resolve) => {
    child.once("error", resolve);
    child.once("exit", () => resolve(undefined));
  });
  const outcome = await readyOrEnded(data, child.pid, ended);
  if (outcome === "ready" && child.pid !== undefined) return { isReady: true, postmaster: { pid: child.pid, port } };
  return { isReady: false, output: outcome instanceof Error ? outcome.message : readServerLog(home, log.startsAt) };
}

async function readyOrEnded(
  data: string,
  pid: number | undefined,
  ended: Promise<Error | undefined>,
): Promise<"ready" | Error | undefined> {
  const deadline = performance.now() + patienceMilliseconds;
  while (performance.now() < deadline) {
    const outcome = await Promise.race([ended.then((error) => ({ error })), pause()]);
    if (outcome !== undefined) return outcome.error;
    const file = readPostmasterFile(data);
    if (file?.pid === pid && file?.status === "ready") return "ready";
  }
  throw new EmbeddedError(
    "start-failed",
    `The embedded database in ${data} runs but takes no connections; look into its log and start again.`,
  );
}

function pause(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 10));
}
