/** The ways into a customer's Office 365 that a consultant can be given. Source: contract A2. */
export const accessKinds = ["gdap", "guest-administrator", "app-registration", "other"] as const;
export type AccessKind = (typeof accessKinds)[number];

/** One way in, as it stands in the register; all are local dates, `until` is the last one on which it holds. (A2) */
export interface AccessEntry {
  readonly kind: AccessKind;
  /** The roles it gives, by Microsoft's names for them. */
  readonly roles: readonly string[];
  readonly since: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
  /** Where it can be seen that the customer gave it. */
  readonly evidence: string;
  /** From this date on it is gone. */
  readonly revokedOn: Temporal.PlainDate | null;
}

/**
 * Why no work can be done in a customer's Office 365 on a date; `on` is when the last way in ended, or the next begins.
 */
export type AccessWarning =
  | { readonly kind: "never-given" }
  | { readonly kind: "not-yet"; readonly on: Temporal.PlainDate }
  | { readonly kind: "ended"; readonly on: Temporal.PlainDate };

/** Something that has to be taken back after a contract. */
export interface RevokeTask<Entry extends AccessEntry> {
  readonly entry: Entry;
  /** From this date on it should be gone. */
  readonly dueOn: Temporal.PlainDate;
}

/** Whether a way in holds on a local date. Source: contract A2. */
export function isActive(entry: AccessEntry, on: Temporal.PlainDate): boolean {
  return !isBefore(on, entry.since) && isBefore(on, firstDateWithout(entry));
}

/**
 * What a ticket warns of on a local date when none of its organisation's entries holds then: there never was one, it
 * ended, or it is still to begin; null while one holds. A warning, never a refusal: a question may need no access.
 * Source: contract A2.
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
 * The tasks when a contract ends: each way in that would outlive it is to be taken back, from the day after its last
 * day on. None when another contract starts on that day, and none for what was revoked or runs out by itself. Source:
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

/** The first local date from which a way in no longer holds; null for one without an end. */
function firstDateWithout({ until, revokedOn }: AccessEntry): Temporal.PlainDate | null {
  const ends = [...(until === null ? [] : [until.add({ days: 1 })]), ...(revokedOn === null ? [] : [revokedOn])];
  return ends.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

/** Whether a date comes before another; before null, which never comes, is every date. */
function isBefore(date: Temporal.PlainDate, other: Temporal.PlainDate | null): boolean {
  return other === null || Temporal.PlainDate.compare(date, other) < 0;
}
