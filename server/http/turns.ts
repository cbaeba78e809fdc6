/** There is more to do than anybody should wait for: come back shortly. */
export class Busy extends Error {
  constructor() {
    super("too many are waiting for their turn");
  }
}

export interface Turns<Lane extends string> {
  /** Whether one more may wait in a lane now. */
  hasRoom(lane: Lane): boolean;
  /** Does the work when it is its turn; throws Busy at once when its lane is full (R42). */
  run<Value>(lane: Lane, work: () => Promise<Value>): Promise<Value>;
}

interface Options<Lane extends string> {
  readonly atOnce: number;
  /** How many may wait in each lane; the lane that is named first goes first. */
  readonly lanes: Readonly<Record<Lane, number>>;
}

/** So much is done at once and so much waits, in lanes: those in an earlier one pass those in a later one. */
export function createTurns<Lane extends string>({ atOnce, lanes }: Options<Lane>): Turns<Lane> {
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
