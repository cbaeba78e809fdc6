import { setTimeout as pause } from "node:timers/promises";
import { type ChildServer, startChild } from "./child-server.ts";

/** Starts the product again whenever it ends, as a service manager does. */
export interface ServiceManager {
  readonly url: string;
  /** How often it had to be started. */
  starts(): number;
  killServer(): Promise<void>;
  /** Ends it well and does not start it again; answers the exit code and the signal. */
  stop(): Promise<unknown[]>;
}

const restartMs = 100;

export async function manageService(settings: Readonly<Record<string, string>>): Promise<ServiceManager> {
  let starts = 0;
  let isWanted = true;
  let child: ChildServer | null = null;
  const start = async (): Promise<ChildServer> => {
    starts += 1;
    child = await startChild(settings, { isQuiet: true });
    return child;
  };
  const first = await start();
  const keepStarted = async (running: ChildServer): Promise<unknown[]> => {
    const ended = await running.ended;
    if (!isWanted) return ended;
    await pause(restartMs);
    return keepStarted(await startAgain());
  };
  // A start that fails is tried again, too.
  const startAgain = async (): Promise<ChildServer> =>
    start().catch(async () => {
      await pause(restartMs);
      return startAgain();
    });
  const over = keepStarted(first);
  return {
    url: first.url,
    starts: () => starts,
    killServer: async () => {
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
