import type { MailFailure } from "./judge-failure.ts";

/** One mail's attempt at the mail server. */
export interface Attempt {
  worked(): void;
  failed(failure: MailFailure): void;
  /** Makes room for another attempt, with or without a reported result. */
  end(): void;
}

/**
 * This process's knowledge of the mail server. While the server is away, one mail at a time tests whether it is back,
 * and the others wait without holding anything up.
 */
export interface ServerWatch {
  /** An attempt, or null while the server is away. A request by hand may try at once. */
  startAttempt(now: Temporal.Instant, options: { readonly isAsked: boolean }): Attempt | null;
  /** The last mail's failure while it is away. */
  away(): MailFailure | null;
}

export interface WatchOptions {
  readonly systemNow: () => Temporal.Instant;
  /** The pause after some failures in a row. */
  readonly shortestPause: number;
  readonly longestPause: number;
  readonly onAway?: (failure: MailFailure) => void;
  readonly onBack?: () => void;
}

/** One mail alone may break a conversation. Several in a row mean that the server is away. */
const failuresToBeAway = 3;

export function createServerWatch({ systemNow, shortestPause, longestPause, ...tell }: WatchOptions): ServerWatch {
  let failures = 0;
  let last: MailFailure | null = null;
  let nextProbe: Temporal.Instant | null = null;
  let isProbing = false;
  const isAway = (): boolean => failures >= failuresToBeAway;

  function worked(): void {
    const wasAway = isAway();
    failures = 0;
    last = null;
    if (wasAway) tell.onBack?.();
  }

  function failed(failure: MailFailure): void {
    failures += 1;
    last = failure;
    const pause = shortestPause * 2 ** Math.min(failures - failuresToBeAway, 20);
    nextProbe = systemNow().add({ milliseconds: Math.round(Math.min(Math.max(pause, shortestPause), longestPause)) });
    if (failures === failuresToBeAway) tell.onAway?.(failure);
  }

  return {
    startAttempt(now, { isAsked }) {
      const isProbe = isAway();
      if (isProbe && (isProbing || (!isAsked && isBefore(now, nextProbe)))) return null;
      if (isProbe) isProbing = true;
      return {
        worked,
        failed,
        end: () => {
          if (isProbe) isProbing = false;
        },
      };
    },
    away: () => (isAway() ? last : null),
  };
}

function isBefore(now: Temporal.Instant, moment: Temporal.Instant | null): boolean {
  return moment !== null && Temporal.Instant.compare(now, moment) < 0;
}
