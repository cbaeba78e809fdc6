import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { percentile } from "../figures.ts";
import type { Asker, Measured } from "./load-job.ts";
import type { LoadGenerator } from "./load-generator.ts";
import type { ProcessorTime } from "./processor-time.ts";
import type { Scene } from "./scenes.ts";

export const connectionCounts = [1, 8, 32] as const;

/** One page or deed at one number of connections. Times in milliseconds. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** For each request; null where the system does not tell. */
  readonly processor: ProcessorTime | null;
  readonly bytes: number;
}

export interface Measuring {
  readonly generator: LoadGenerator;
  readonly url: string;
  readonly seconds: number;
  readonly owner: pg.Client;
  readonly readProcessorTime: () => ProcessorTime | null;
}

/** Requests a second that no write reaches. A measurement makes so many forms beforehand. */
const mostWrites = 1500;

/** Measures a scene after a short warm-up. */
export async function measureScene(measuring: Measuring, scene: Scene, connections: number): Promise<Figures> {
  const { seconds } = measuring;
  const run = async (length: number) =>
    sendRequests(measuring, {
      askers: scene.askers(connections, Math.ceil(length * mostWrites)),
      seconds: length,
      isWrite: scene.isWrite,
    });
  await run(Math.min(0.5, seconds / 3));
  const before = measuring.readProcessorTime();
  const measured = await run(seconds);
  const after = measuring.readProcessorTime();
  if (scene.isWrite) await forgetJobs(measuring.owner);
  return figuresOf(measured, before, after);
}

interface Sending {
  readonly askers: readonly Asker[];
  readonly seconds: number;
  readonly isWrite: boolean;
}

/** Nobody may cause so many mails so quickly, so the counts of mails are cleared meanwhile. */
async function sendRequests(
  { generator, url, owner }: Measuring,
  { askers, seconds, isWrite }: Sending,
): Promise<Measured> {
  const sending = { isOver: false };
  const clearing = isWrite ? clearCounts(owner, sending) : Promise.resolve();
  try {
    return await generator.askPages({ kind: "http", url, seconds, askers, expected: isWrite ? 303 : 200 });
  } finally {
    sending.isOver = true;
    await clearing;
  }
}

async function clearCounts(owner: pg.Client, sending: { isOver: boolean }): Promise<void> {
  while (!sending.isOver) {
    await owner.query("delete from rate_limits where bucket like 'mail-%' and hits > 40");
    await pause(50);
  }
}

/** What a deed sets off later is not measured, and must not disturb the next measurement. */
async function forgetJobs(owner: pg.Client): Promise<void> {
  await owner.query("delete from graphile_worker._private_jobs where locked_at is null");
}

function figuresOf(measured: Measured, before: ProcessorTime | null, after: ProcessorTime | null): Figures {
  const { milliseconds, seconds, bytes } = measured;
  const at = (share: number) => percentile(milliseconds, share);
  const count = milliseconds.length;
  const each = (later: number, earlier: number) => (later - earlier) / count;
  const processor =
    before === null || after === null
      ? null
      : { node: each(after.node, before.node), postgres: each(after.postgres, before.postgres) };
  return { perSecond: count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), processor, bytes };
}
