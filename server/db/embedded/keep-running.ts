import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedError } from "./embedded-error.ts";
import type { Log } from "./place.ts";
import { logPath } from "./server-log.ts";
import type { EmbeddedServer } from "./supervise-server.ts";

const usualSpanMs = 60_000;
const usualPauseMs = 250;
const mostStarts = 6;

type Keeping = {
  readonly warn: Log;
  /** Called once, when starting it again does not help. */
  readonly giveUp: (problem: EmbeddedError) => void;
  /** Within which so many starts are too many; a minute unless said otherwise. */
  readonly spanMs?: number;
  /** Before the second start; it doubles with each. */
  readonly pauseMs?: number;
};

/**
 * Starts the database again whenever it dies, after growing pauses. One that needs it more than six times within a
 * minute is given up: the next start of the whole begins by looking at what is left of it.
 */
export function keepRunning(
  server: EmbeddedServer,
  { warn, giveUp, spanMs = usualSpanMs, pauseMs = usualPauseMs }: Keeping,
): void {
  let starts: number[] = [];
  const startAgain = async (failure?: unknown): Promise<void> => {
    const now = performance.now();
    starts = [...starts.filter((at) => now - at < spanMs), now];
    if (starts.length > mostStarts) {
      giveUp(givenUp(server, failure));
      return;
    }
    if (starts.length > 1) await pause(pauseMs * 2 ** (starts.length - 2), undefined, { ref: false });
    try {
      await server.restart();
    } catch (error) {
      warn("the embedded database could not be started again", { error });
      await startAgain(error);
    }
  };
  server.onExit(() => {
    warn("the embedded database ended by itself and is started again");
    void startAgain();
  });
}

/** The failure's own sentence, unless that says only what PostgreSQL said: then where to look stands behind it. */
function givenUp({ dataDirectory, home }: EmbeddedServer, failure: unknown): EmbeddedError {
  const isKnown = failure instanceof EmbeddedError;
  if (isKnown && failure.code !== "start-failed") return failure;
  const what = isKnown
    ? failure.message
    : `The embedded database in ${dataDirectory} ended ${mostStarts + 1} times in a short while`;
  const message = `${what}; look into ${logPath(home)}, and start again when the cause is gone.`;
  return new EmbeddedError("start-failed", message, { cause: failure });
}
