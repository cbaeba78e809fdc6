/** Calls back at each beat until it is told to stop. */
export type OnBeat = (hear: () => void) => () => void;

/**
 * One beat for everybody who hears it, so that they can ask together. It stops while nobody does. Who came since the
 * last beat hears the one after the next.
 */
export function beatEvery(milliseconds: number): OnBeat {
  const hearing = new Set<() => void>();
  const arrived = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const beat = (): void => {
    for (const hear of hearing) hear();
    for (const hear of arrived) hearing.add(hear);
    arrived.clear();
  };
  return (hear) => {
    arrived.add(hear);
    timer ??= setInterval(beat, milliseconds);
    return () => {
      hearing.delete(hear);
      arrived.delete(hear);
      if (hearing.size + arrived.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
