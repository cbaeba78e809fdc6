import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { runningOwnerUrl } from "../../server/db/embedded/find-running.ts";
import { postmasterOf, query } from "../embedded.ts";
import { buildOnce } from "./child-server.ts";
import { type Behaviour, startFailingMailServer } from "./failing-mail-server.ts";
import { freePort } from "./free-port.ts";
import { type KillHouse, makeKillHouse } from "./kill-house.ts";
import { type MailReport, readMails, readWrites, type WriteReport } from "./kill-report.ts";
import { manageService, type ServiceManager } from "./service-manager.ts";
import { startWriting } from "./writers.ts";

export type Victim = "server" | "database";

export interface KillReport {
  readonly writes: WriteReport;
  /** Refusals of correct requests. */
  readonly refusals: readonly string[];
  readonly mails: MailReport;
  /** The server's output each time it had to be started although it was not killed itself. */
  readonly otherEnds: readonly string[];
  /** The seconds from a kill to the next page. */
  readonly secondsAway: Readonly<Record<Victim, readonly number[]>>;
  /** Jobs that are locked by no process, given up, or failing. */
  readonly jobsLeft: number;
  /** The exit code and signal of the last process, which is stopped by request. */
  readonly exit: readonly unknown[];
}

const bad: readonly Behaviour[] = [
  { kind: "is-down" },
  { kind: "greets", line: "421 4.3.2 later" },
  { kind: "says", at: "receiver", code: 451, words: "4.7.1 later" },
  { kind: "drops" },
];

/**
 * Kills the product or its database again and again, while eight people write and the mail server sometimes fails.
 * Counts what became of the acknowledged writes. Nothing is started by hand: the service manager starts the server, and
 * the server its database.
 */
export async function killAgainAndAgain(
  victims: readonly Victim[],
  onBack: (count: number, seconds: number) => void = () => undefined,
): Promise<KillReport> {
  buildOnce();
  const mailServer = await startFailingMailServer();
  const house = await makeKillHouse(mailServer.url, await freePort());
  const manager = await manageService(house.settings);
  try {
    const writing = startWriting(manager.url, house.writers);
    const secondsAway: Record<Victim, number[]> = { server: [], database: [] };
    for (const [count, victim] of victims.entries()) {
      await mailServer.behave(
        count % 2 === 0 ? { kind: "well" } : (bad[(count >> 1) % bad.length] ?? { kind: "well" }),
      );
      const enough = writing.acknowledged() + 5 + Math.round(Math.random() * 20);
      await expect.poll(writing.acknowledged, { timeout: 120_000, interval: 10 }).toBeGreaterThan(enough);
      const seconds = await killAndWait(victim, manager, house);
      secondsAway[victim].push(seconds);
      onBack(count + 1, seconds);
    }
    await mailServer.behave({ kind: "well" });
    await writing.stop();
    const ownerUrl = runningOwnerUrl(house.folder) ?? "";
    const mails = await readMails(ownerUrl, mailServer.taken);
    const writes = await readWrites(ownerUrl, writing.writes);
    const jobs = "select count(*)::int from graphile_worker._private_jobs where locked_by is not null or attempts > 0";
    const [[jobsLeft] = []] = await query(ownerUrl, jobs);
    const exit = await manager.stop();
    return {
      writes,
      refusals: writing.refusals,
      mails,
      otherEnds: manager.otherEnds,
      secondsAway,
      jobsLeft: Number(jobsLeft),
      exit,
    };
  } finally {
    await manager.stop();
    await mailServer.close();
    rmSync(house.folder, { recursive: true, force: true });
  }
}

async function killAndWait(victim: Victim, manager: ServiceManager, house: KillHouse): Promise<number> {
  const postmaster = postmasterOf(house.folder);
  const killedAt = performance.now();
  if (victim === "server") await manager.killServer();
  else process.kill(postmaster, "SIGKILL");
  const isBack = async (): Promise<boolean> => {
    // The children of a killed database answer for a moment longer.
    if (victim === "database" && newPostmaster(house.folder) === postmaster) return false;
    const headers = { cookie: house.cookie };
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch(new URL("/portal", manager.url), { headers, redirect: "manual", signal }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    return answer?.status === 200;
  };
  while (!(await isBack())) {
    if (performance.now() - killedAt > 120_000) throw new Error(`it did not come back after its ${victim} was killed`);
    await pause(20);
  }
  return (performance.now() - killedAt) / 1000;
}

function newPostmaster(folder: string): number | undefined {
  try {
    return postmasterOf(folder);
  } catch {
    return undefined;
  }
}
