import { clearRemains, endPostmaster, livingPostmaster } from "./find-running.ts";
import { type Launch, type Postmaster, launchPostmaster } from "./launch-postmaster.ts";
import { type Log, dataOf } from "./place.ts";
import { clusterName, isProcessOf } from "./processes.ts";
import { limitServerLog } from "./server-log.ts";

type Facts = {
  /** postgres://kwartier_owner:...@127.0.0.1:port/kwartier: the owner of the database, not a superuser. */
  readonly ownerUrl: string;
  /** The real path of the data directory. */
  readonly dataDirectory: string;
  /** The place of its data and log: the data directory, or another one if its user may not reach that. */
  readonly home: string;
  /** Whether this start made the cluster. */
  readonly isNew: boolean;
  /** Whether the postmaster survived an earlier process of ours and was taken over. */
  readonly adopted: boolean;
};

export type EmbeddedServer = Facts & {
  /** Stops the database (fast shutdown) and frees the data directory for another start. */
  stop(): Promise<void>;
  /** Starts a dead database again, on the same port, so that pools find it by the same URL. */
  restart(): Promise<void>;
  /** Called when the postmaster ends without a request. */
  onExit(listener: () => void): void;
};

type Supervised = {
  readonly facts: Facts;
  readonly launch: Launch;
  readonly postmaster: Postmaster;
  readonly log: Log;
  readonly unlock: () => void;
};

const watchMilliseconds = 500;

/** Watches the postmaster by its process id, because an adopted one is not our child and sends us no event. */
export function superviseServer({ facts, launch, postmaster, log, unlock }: Supervised): EmbeddedServer {
  const data = dataOf(launch.home);
  const name = clusterName(data);
  const listeners: (() => void)[] = [];
  let living: number | undefined = postmaster.pid;
  let launching: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;

  const watch = setInterval(() => {
    limitServerLog(launch.home);
    if (living === undefined || isProcessOf(living, name)) return;
    log("the embedded database ended by itself", { pid: living });
    living = undefined;
    for (const listener of listeners) listener();
  }, watchMilliseconds).unref();

  const stopAll = async (): Promise<void> => {
    clearInterval(watch);
    // A database that is just starting again is stopped after its start.
    await launching?.catch(() => undefined);
    if (living !== undefined) await endPostmaster(living, name);
    unlock();
  };

  const launchAgain = async (): Promise<void> => {
    if (stopping !== undefined || livingPostmaster(data) !== undefined) return;
    await clearRemains(data);
    const started = await launchPostmaster(launch, { port: postmaster.port, isFixed: true });
    living = started.pid;
    log("the embedded database was started again", { pid: started.pid });
  };

  return {
    ...facts,
    stop: () => (stopping ??= stopAll()),
    restart: () => (launching = launchAgain()),
    onExit: (listener) => {
      listeners.push(listener);
    },
  };
}
