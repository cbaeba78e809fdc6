import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type QueueOptions, runQueue } from "./run-queue.ts";

export interface Jobs {
  /** Takes no more jobs, lets running ones end or gives them back, then stops. */
  stop(): Promise<void>;
}

const shortestPauseMs = 250;
const longestPauseMs = 5000;
const longEnoughMs = 5000;

/**
 * Runs the queue's jobs in this process. Any number of processes may do so. A job runs at least once and is tried again
 * (R33). A lost database ends the run; another one begins after growing pauses, as often as needed.
 */
export function startJobs(options: QueueOptions): Jobs {
  const stopping = new AbortController();
  const ended = keepRunning(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** Stops several queues together. */
export function together(queues: readonly Jobs[]): Jobs {
  return { stop: async () => void (await Promise.all(queues.map(async (queue) => queue.stop()))) };
}

async function keepRunning(options: QueueOptions, stopping: AbortSignal): Promise<void> {
  const asked = once(stopping, "abort");
  let pauseMs = shortestPauseMs;
  while (!stopping.aborted) {
    const startedAt = performance.now();
    const reason = await runUntil(asked, options).catch((error: unknown) => error);
    if (stopping.aborted) return;
    if (performance.now() - startedAt > longEnoughMs) pauseMs = shortestPauseMs;
    // The first failure is a warning. Further ones until it runs again are the same news.
    const tell = pauseMs === shortestPauseMs ? options.log.warn : options.log.info;
    tell.call(options.log, { error: reason, pauseMs }, "the queue of jobs lost the database; trying again");
    await pause(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
  }
}

/** Answers the reason if the run ended by itself. */
async function runUntil(asked: Promise<unknown>, options: QueueOptions): Promise<unknown> {
  const run = await runQueue(options);
  const reason = await Promise.race([run.ended, asked]);
  await run.stop();
  return reason;
}
