import type { Database } from "./db/connect.ts";

export interface BusinessClock {
  readonly now: () => Temporal.Instant;
  /** Moves a demo's time forward, never back. */
  readonly moveTo: (to: Temporal.Instant) => Promise<void>;
}

/** The system's clock plus what a demo was moved forward by; the offset lives in the database, which allows one only for a demo. */
export async function createClock(desk: Database): Promise<BusinessClock> {
  const row = await desk.selectFrom("installation").select("clock_offset_seconds").executeTakeFirstOrThrow();
  let offset = row.clock_offset_seconds;
  const now = () => Temporal.Now.instant().add({ seconds: Number(offset) });
  return {
    now,
    moveTo: async (to) => {
      const further = BigInt(Math.ceil(to.since(now()).total("seconds")));
      if (further <= 0n) return;
      await desk
        .updateTable("installation")
        .set({ clock_offset_seconds: offset + further })
        .execute();
      offset += further;
    },
  };
}
