export interface Settling {
  /** Runs once it has been quiet for a moment, but never much later than the first call. */
  soon(): void;
  /** Runs after a time, unless `soon` is called meanwhile. */
  after(milliseconds: number): void;
}

interface Waits {
  readonly quietMilliseconds: number;
  /** Calls that never stop must not put it off for ever. */
  readonly longestMilliseconds: number;
}

/** Runs something once for a burst of calls. */
export function settle(run: () => void, { quietMilliseconds, longestMilliseconds }: Waits): Settling {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due: number | undefined;
  const after = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      due = undefined;
      run();
    }, milliseconds);
  };
  return {
    after,
    soon: () => {
      const now = Date.now();
      due ??= now + longestMilliseconds;
      after(Math.min(quietMilliseconds, Math.max(0, due - now)));
    },
  };
}
