/** A contract's first and last local date, both included. */
export interface ContractPeriod {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

/**
 * The period of a contract that is signed on a local date under the terms of a year. It starts on the latest of three
 * days: the first of the month after signing, the first of the terms' year, and the day after the current contract
 * ends. It lasts until 31 December of that year. Null when that start lies after the year's end. Source: K1, K2, K4.
 */
export function contractPeriod(signing: {
  signedOn: Temporal.PlainDate;
  termsYear: number;
  currentEndsOn: Temporal.PlainDate | null;
}): ContractPeriod | null {
  const candidates = [
    signing.signedOn.with({ day: 1 }).add({ months: 1 }),
    Temporal.PlainDate.from({ year: signing.termsYear, month: 1, day: 1 }),
    ...(signing.currentEndsOn === null ? [] : [signing.currentEndsOn.add({ days: 1 })]),
  ];
  const startsOn = candidates.toSorted(Temporal.PlainDate.compare).at(-1);
  if (startsOn === undefined || startsOn.year > signing.termsYear) return null;
  return { startsOn, endsOn: Temporal.PlainDate.from({ year: signing.termsYear, month: 12, day: 31 }) };
}
