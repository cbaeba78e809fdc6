/** Too many wait already: come back shortly. */
export class Busy extends Error {
  constructor() {
    super("too many are waiting");
  }
}

export interface ConcurrencyLimit<Lane extends string> {
  /** Whether one more may wait in a lane now. */
  hasRoom(lane: Lane): boolean;
  /** Does the work, at once or after a wait. Throws Busy at once when its lane is full (R42). */
  run<Value>(lane: Lane, work: () => Promise<Value>): Promise<Value>;
}

interface Options<Lane extends string> {
  readonly atOnce: number;
  /** The number that may wait in each lane. Earlier lanes go first. */
  readonly lanes: Readonly<Record<Lane, number>>;
}

/**
 * Limits how much work runs at once and how much waits, in lanes. Work of an earlier lane goes before work of a later
 * one.
 */
export function limitConcurrency<Lane extends string>({ atOnce, lanes }: Options<Lane>): ConcurrencyLimit<Lane> {
  const waiting = new Map(Object.keys(lanes).map((lane): [string, (() => void)[]] => [lane, []]));
  let running = 0;
  const queueOf = (lane: Lane) => waiting.get(lane) ?? [];
  const hasRoom = (lane: Lane): boolean => running < atOnce || queueOf(lane).length < lanes[lane];
  const passOn = (): void => {
    const next = [...waiting.values()].find((queue) => queue.length > 0)?.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    hasRoom,
    run: async (lane, work) => {
      if (!hasRoom(lane)) throw new Busy();
      if (running < atOnce) running += 1;
      else await new Promise<void>((resolve) => queueOf(lane).push(resolve));
      try {
        return await work();
      } finally {
        passOn();
      }
    },
  };
}
