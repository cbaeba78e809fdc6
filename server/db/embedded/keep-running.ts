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
  /** Called once, when starting again does not help. */
  readonly giveUp: (problem: EmbeddedError) => void;
  /** More starts than allowed within this time are too many; a minute by default. */
  readonly spanMs?: number;
  /** The pause before the second start. It doubles each time. */
  readonly pauseMs?: number;
};

/**
 * Starts the database again whenever it dies, after growing pauses. After more than six starts within a minute it gives
 * up. The next start of the server then looks at the remains first.
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

/** The failure's own sentence. If it only repeats PostgreSQL's words, the sentence adds where to look. */
function givenUp({ dataDirectory, home }: EmbeddedServer, failure: unknown): EmbeddedError {
  const isKnown = failure instanceof EmbeddedError;
  if (isKnown && failure.code !== "start-failed") return failure;
  const what = isKnown
    ? failure.message
    : `The embedded database in ${dataDirectory} ended ${mostStarts + 1} times in a short while`;
  const message = `${what}; look into ${logPath(home)}, and start again when the cause is gone.`;
  return new EmbeddedError("start-failed", message, { cause: failure });
}
