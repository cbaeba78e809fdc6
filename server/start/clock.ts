import { sql } from "kysely";
import type { Database } from "../db/connect.ts";
import { hear, type Hearing } from "../db/hear.ts";
import type { Logger } from "../logger.ts";
import { advanceClock } from "./store.ts";

export interface BusinessClock {
  readonly now: () => Temporal.Instant;
  /** Moves a demo's time forward, never back, in every process. */
  readonly moveTo: (to: Temporal.Instant) => Promise<void>;
  close(): Promise<void>;
}

const channel = "kwartier_clock";

/**
 * The system's clock plus the offset of a demo. The offset is in the database, which allows one only for a demo. With
 * `hearing` it follows moves by other processes.
 */
export async function createClock(
  desk: Database,
  hearing?: { readonly url: string; readonly log: Logger },
): Promise<BusinessClock> {
  const read = async (): Promise<bigint> =>
    (await desk.selectFrom("installation").select("clockOffsetSeconds").executeTakeFirstOrThrow()).clockOffsetSeconds;
  let offset = await read();
  const now = () => Temporal.Now.instant().add({ seconds: Number(offset) });
  const follow = async (): Promise<void> => {
    const found = await read();
    if (found > offset) offset = found;
  };
  const heard = hearing && followByNotice(hearing, follow);
  return {
    now,
    moveTo: async (to) => {
      const further = BigInt(Math.ceil(to.since(now()).total("seconds")));
      if (further <= 0n) return;
      await desk.transaction().execute(async (tx) => {
        // Another process may have moved it further.
        await advanceClock(tx, offset + further);
        await sql`select pg_notify(${channel}, '')`.execute(tx);
      });
      await follow();
    },
    close: async () => heard?.close(),
  };
}

function followByNotice({ url, log }: { url: string; log: Logger }, follow: () => Promise<void>): Hearing {
  const followQuietly = (): void =>
    void follow().catch((error: unknown) => log.warn({ error }, "the demo's clock could not be read"));
  const [onNotice, onBegin] = [followQuietly, followQuietly];
  return hear({ url, name: "kwartier clock", channels: [channel], onNotice, onBegin, log });
}
