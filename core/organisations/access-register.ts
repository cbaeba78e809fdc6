/** The ways of giving a consultant access to a customer's Office 365. Source: contract A2. */
export const accessKinds = ["gdap", "guest-administrator", "app-registration", "other"] as const;
export type AccessKind = (typeof accessKinds)[number];

/** One access in the register. All dates are local; `until` is its last date. (A2) */
export interface AccessEntry {
  readonly kind: AccessKind;
  /** The roles it gives, by Microsoft's names. */
  readonly roles: readonly string[];
  readonly since: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
  /** Where to see that the customer gave it. */
  readonly evidence: string;
  /** It no longer exists from this date on. */
  readonly revokedOn: Temporal.PlainDate | null;
}

/**
 * The reason for having no access to a customer's Office 365 on a date; `on` is the end of the last access, or the
 * start of the next.
 */
export type AccessWarning =
  | { readonly kind: "never-given" }
  | { readonly kind: "not-yet"; readonly on: Temporal.PlainDate }
  | { readonly kind: "ended"; readonly on: Temporal.PlainDate };

/** An access to take back after a contract. */
export interface RevokeTask<Entry extends AccessEntry> {
  readonly entry: Entry;
  /** It should not exist from this date on. */
  readonly dueOn: Temporal.PlainDate;
}

/** Whether an access holds on a local date. Source: contract A2. */
export function isActive(entry: AccessEntry, on: Temporal.PlainDate): boolean {
  return !isBefore(on, entry.since) && isBefore(on, firstDateWithout(entry));
}

/**
 * The warning for a ticket when no access of its organisation holds on a local date: there never was one, it ended, or
 * it begins later; null while one holds. Never a refusal: a question may need no access. Source: contract A2.
 */
export function accessWarning(entries: readonly AccessEntry[], on: Temporal.PlainDate): AccessWarning | null {
  if (entries.some((entry) => isActive(entry, on))) return null;
  const given = entries.filter((entry) => isBefore(entry.since, firstDateWithout(entry)));
  const [next] = given
    .map(({ since }) => since)
    .filter((since) => isBefore(on, since))
    .toSorted(Temporal.PlainDate.compare);
  if (next !== undefined) return { kind: "not-yet", on: next };
  const ends = given.flatMap((entry) => firstDateWithout(entry) ?? []).toSorted(Temporal.PlainDate.compare);
  const last = ends.at(-1);
  return last === undefined ? { kind: "never-given" } : { kind: "ended", on: last };
}

/**
 * The tasks at the end of a contract: to take back every access that would outlast it, from the day after its last day
 * on. None if another contract starts on that day, and none for an access that was revoked or ends by itself. Source:
 * contract A2.
 */
export function accessToRevoke<Entry extends AccessEntry>(
  entries: readonly Entry[],
  contract: { readonly endsOn: Temporal.PlainDate; readonly nextStartsOn: Temporal.PlainDate | null },
): readonly RevokeTask<Entry>[] {
  const dueOn = contract.endsOn.add({ days: 1 });
  if (contract.nextStartsOn?.equals(dueOn) === true) return [];
  return entries.filter((entry) => isBefore(dueOn, firstDateWithout(entry))).map((entry) => ({ entry, dueOn }));
}

/** The first local date without an access; null if it has no end. */
function firstDateWithout({ until, revokedOn }: AccessEntry): Temporal.PlainDate | null {
  const ends = [...(until === null ? [] : [until.add({ days: 1 })]), ...(revokedOn === null ? [] : [revokedOn])];
  return ends.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

/** Whether a date comes before another. A null date never comes, so every date is before it. */
function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate | null): boolean {
  return other === null || Temporal.PlainDate.compare(date, other) < 0;
}
