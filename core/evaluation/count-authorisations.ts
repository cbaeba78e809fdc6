import type { RecordedAuthorisation } from "../authorisations/authorisation-lifecycle.ts";

/** A request for authorisation of the year, in its present state. */
export interface AskedInYear extends Pick<RecordedAuthorisation, "state"> {
  /** The requested minutes; 0 for one price. */
  readonly minutes: number;
}

export interface CountedMinutes {
  readonly count: number;
  readonly minutes: number;
}

/** The numbers of requests for authorisation of a year, by result. */
export interface AuthorisationCounts {
  readonly asked: CountedMinutes;
  readonly approved: CountedMinutes;
  readonly declined: CountedMinutes;
}

/**
 * Counts the requests of a year, the approved and declined ones, and their minutes. Drafts do not count. Delivered
 * requests count as approved. The others are open, expired or withdrawn. Source: contract K5, T3.
 */
export function countAuthorisations(authorisations: readonly AskedInYear[]): AuthorisationCounts {
  const count = (isCounted: (state: AskedInYear["state"]) => boolean): CountedMinutes => {
    const counted = authorisations.filter(({ state }) => isCounted(state));
    return { count: counted.length, minutes: counted.reduce((sum, { minutes }) => sum + minutes, 0) };
  };
  return {
    asked: count((state) => state !== "draft"),
    approved: count((state) => state === "approved" || state === "delivered"),
    declined: count((state) => state === "declined"),
  };
}
