import { setTimeout as pause } from "node:timers/promises";
import { type ChildServer, startChild } from "./child-server.ts";

/** Starts the product again whenever it ends, as a service manager does. */
export interface ServiceManager {
  readonly url: string;
  /** Its output at each end or failed start without a kill. */
  readonly otherEnds: readonly string[];
  killServer(): Promise<void>;
  /** Stops it properly and does not start it again; answers the exit code and the signal. */
  stop(): Promise<unknown[]>;
}

const restartMs = 100;

export async function manageService(settings: Readonly<Record<string, string>>): Promise<ServiceManager> {
  const otherEnds: string[] = [];
  let isWanted = true;
  let isKilled = false;
  let child: ChildServer | null = null;
  const start = async (): Promise<ChildServer> => {
    child = await startChild(settings, { isQuiet: true });
    return child;
  };
  const first = await start();
  const keepStarted = async (running: ChildServer): Promise<unknown[]> => {
    const ended = await running.ended;
    if (!isWanted) return ended;
    if (!isKilled) otherEnds.push(`${JSON.stringify(ended)} ${running.lastWords()}`);
    isKilled = false;
    await pause(restartMs);
    return keepStarted(await startAgain());
  };
  // A failed start is tried again, too.
  const startAgain = async (): Promise<ChildServer> =>
    start().catch(async (error: unknown) => {
      otherEnds.push(String(error));
      await pause(restartMs);
      return startAgain();
    });
  const over = keepStarted(first);
  return {
    url: first.url,
    otherEnds,
    killServer: async () => {
      isKilled = true;
      child?.process.kill("SIGKILL");
      await child?.ended;
    },
    stop: async () => {
      isWanted = false;
      child?.process.kill("SIGTERM");
      return over;
    },
  };
}
