import type { RecordedAuthorisation } from "../authorisations/authorisation-lifecycle.ts";

/** A request for authorisation that was made in the year, as it stands now. */
export interface AskedInYear extends Pick<RecordedAuthorisation, "state"> {
  /** As asked for; 0 for one price. */
  readonly minutes: number;
}

export interface CountedMinutes {
  readonly count: number;
  readonly minutes: number;
}

/** What became of the requests for authorisation of a year. */
export interface AuthorisationCounts {
  readonly asked: CountedMinutes;
  readonly approved: CountedMinutes;
  readonly declined: CountedMinutes;
}

/**
 * How many requests were made, approved and declined, and their minutes. A draft was not asked for; what was delivered
 * had been approved; what is neither approved nor declined is open, expired or withdrawn. Source: contract K5, T3.
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
