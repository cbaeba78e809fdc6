import { endPostmaster, livingPostmaster } from "./find-running.ts";
import { type Launch, type Postmaster, launchPostmaster } from "./launch-postmaster.ts";
import { type Log, dataOf } from "./place.ts";
import { isAlive } from "./processes.ts";
import { limitServerLog } from "./server-log.ts";

type Facts = {
  /** postgres://kwartier_owner:...@127.0.0.1:port/kwartier: the role that owns the database, not a superuser. */
  readonly ownerUrl: string;
  /** The real path of the data directory. */
  readonly dataDirectory: string;
  /** The cluster was made in this start. */
  readonly isNew: boolean;
  /** The postmaster had outlived an earlier process of ours and was taken over. */
  readonly adopted: boolean;
};

export type EmbeddedServer = Facts & {
  /** Stops the database (fast shutdown) and frees the data directory for another start. */
  stop(): Promise<void>;
  /** Starts a database that died by itself again, on the same port, so that pools find it by the same URL. */
  restart(): Promise<void>;
  /** Called when the postmaster ends without having been asked to. */
  onExit(listener: () => void): void;
};

type Supervised = {
  readonly facts: Facts;
  readonly launch: Launch;
  readonly postmaster: Postmaster;
  readonly log: Log;
  readonly unlock: () => void;
};

const watchMilliseconds = 250;

/** Watches the postmaster by its process id: an adopted one is not our child and sends us no event. */
export function superviseServer({ facts, launch, postmaster, log, unlock }: Supervised): EmbeddedServer {
  const data = dataOf(launch.home);
  const listeners: (() => void)[] = [];
  let watched: number | undefined = postmaster.pid;
  let stopping: Promise<void> | undefined;

  const watch = setInterval(() => {
    limitServerLog(launch.home);
    if (watched === undefined || isAlive(watched)) return;
    log("the embedded database ended by itself", { pid: watched });
    watched = undefined;
    for (const listener of listeners) listener();
  }, watchMilliseconds).unref();

  const stopAll = async (): Promise<void> => {
    clearInterval(watch);
    const living = livingPostmaster(data);
    if (living !== undefined) await endPostmaster(data, living.pid);
    unlock();
  };

  return {
    ...facts,
    stop: () => (stopping ??= stopAll()),
    restart: async () => {
      if (stopping !== undefined || livingPostmaster(data) !== undefined) return;
      const started = await launchPostmaster(launch, { port: postmaster.port, isFixed: true });
      watched = started.pid;
      log("the embedded database was started again", { pid: started.pid });
    },
    onExit: (listener) => {
      listeners.push(listener);
    },
  };
}
