import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

export type WriteKind = "ticket" | "reply" | "entry";

/** A write, found again by its unique text. */
export interface Write {
  readonly kind: WriteKind;
  readonly text: string;
  /** How often it was sent before it was acknowledged. */
  sent: number;
  isAcknowledged: boolean;
}

export interface Writer {
  readonly kind: WriteKind;
  readonly cookie: string;
  /** The address and content of a write, for a unique text. */
  readonly ask: (text: string) => { readonly path: string; readonly body: object };
}

export interface Writing {
  readonly writes: readonly Write[];
  /** Refusals of correct requests. */
  readonly refusals: readonly string[];
  acknowledged(): number;
  /** Lets each writer finish its current write. */
  stop(): Promise<void>;
}

const betweenMs = 400;
const againMs = 100;
/** A person who does more than a generous day's work is asked to wait. */
const askedToWaitMs = 3000;

/**
 * People who write through the API, one thing after the other. They send each again with its key until it is
 * acknowledged.
 */
export function startWriting(url: string, writers: readonly Writer[]): Writing {
  const writes: Write[] = [];
  const refusals: string[] = [];
  const over = new AbortController();
  const send = async ({ cookie, ask }: Writer, write: Write, key: string): Promise<number> => {
    const { path, body } = ask(write.text);
    write.sent += 1;
    const answer = await fetch(new URL(path, url), {
      method: "POST",
      headers: { cookie, origin: url, "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      refusals.push(`${write.kind}: ${answer.status} ${await answer.text()}`);
    else await answer.body?.cancel();
    return answer.status;
  };
  const work = async (writer: Writer, place: number): Promise<void> => {
    for (let count = 0; !over.signal.aborted; count += 1) {
      const write = { kind: writer.kind, text: `${writer.kind} ${place}.${count}`, sent: 0, isAcknowledged: false };
      const key = randomUUID();
      writes.push(write);
      for (;;) {
        const status = await send(writer, write, key).catch(() => 0);
        if (status === 201) write.isAcknowledged = true;
        if (status >= 200 && status < 500 && status !== 429) break;
        if (over.signal.aborted && status === 429) break;
        await pause(status === 429 ? askedToWaitMs : againMs);
      }
      await pause(Math.random() * 2 * betweenMs);
    }
  };
  const working = Promise.all(writers.map(work));
  return {
    writes,
    refusals,
    acknowledged: () => writes.filter(({ isAcknowledged }) => isAcknowledged).length,
    stop: async () => {
      over.abort();
      await working;
    },
  };
}
