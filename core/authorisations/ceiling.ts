import type { Step } from "../tickets/step.ts";

/** Work as the ceiling sees it: half-open, on whole minutes. */
export interface LoggedWork {
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
}

/** What a ticket's meters are read from. The ceiling and start fee are those of the ticket, in minutes. (T2) */
export interface CeilingState {
  readonly entries: readonly LoggedWork[];
  readonly startFeeMinutes: number;
  readonly authorisedMinutes: number;
}

export interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** An entry parted at the ceiling; null where a part has no minutes. */
export interface PartedEntry {
  readonly chargeable: Stretch | null;
  readonly notChargeable: Stretch | null;
}

/**
 * The minutes a ticket has spent of its ceiling: the start fee (also when waived), administration beyond what it
 * covers, and all other chargeable work. Source: contract T1, T2.
 */
export function chargeableMinutesOf(entries: readonly LoggedWork[], startFeeMinutes: number): number {
  const chargeable = entries.filter((entry) => entry.isChargeable);
  const administration = minutesOf(chargeable.filter((entry) => entry.step === "administration"));
  const others = minutesOf(chargeable.filter((entry) => entry.step !== "administration"));
  return startFeeMinutes + Math.max(0, administration - startFeeMinutes) + others;
}

/**
 * The minutes that may still be charged on a ticket without a new authorisation; never below 0. Source: contract T2.
 */
export function minutesLeft({ entries, startFeeMinutes, authorisedMinutes }: CeilingState): number {
  return Math.max(0, authorisedMinutes - chargeableMinutesOf(entries, startFeeMinutes));
}

/**
 * The minutes of work in a step that can still be logged as chargeable: administration has its covered ones besides;
 * never below 0. Source: contract T1, T2.
 */
export function minutesLeftFor(step: Step, state: CeilingState): number {
  const left = minutesLeft(state);
  if (step !== "administration") return left;
  const logged = state.entries.filter((entry) => entry.isChargeable && entry.step === "administration");
  return left + Math.max(0, state.startFeeMinutes - minutesOf(logged));
}

/**
 * Parts new work at the ticket's ceiling: what fits is charged, what comes after is saved as not charged. `state`
 * holds the work logged before. Source: contract T2.
 */
export function splitAtCeiling(entry: Stretch & { readonly step: Step }, state: CeilingState): PartedEntry {
  return partAfter(entry, minutesLeftFor(entry.step, state));
}

/**
 * Parts a stretch of work after a number of whole minutes: what fits is charged, what comes after is not. Source:
 * contract T2.
 */
export function partAfter({ start, end }: Stretch, left: number): PartedEntry {
  if (left <= 0) return { chargeable: null, notChargeable: { start, end } };
  if (left >= elapsedMinutes({ start, end })) return { chargeable: { start, end }, notChargeable: null };
  const crossed = start.add({ minutes: left });
  return { chargeable: { start, end: crossed }, notChargeable: { start: crossed, end } };
}

/** A ticket's running totals of chargeable work in minutes, as they are kept beside it. */
export interface TicketTotals {
  readonly startFeeMinutes: number;
  readonly authorisedMinutes: number;
  readonly administrationMinutes: number;
  readonly researchMinutes: number;
  readonly resolutionMinutes: number;
}

/**
 * The minutes of work in a step that can still be logged as chargeable, from the totals instead of the entries, so that
 * it costs the same however long a ticket's history is. Never below 0. Source: contract T1, T2.
 */
export function minutesLeftByTotals(step: Step, totals: TicketTotals): number {
  const { startFeeMinutes, administrationMinutes } = totals;
  const spent =
    startFeeMinutes +
    Math.max(0, administrationMinutes - startFeeMinutes) +
    totals.researchMinutes +
    totals.resolutionMinutes;
  const left = Math.max(0, totals.authorisedMinutes - spent);
  return step === "administration" ? left + Math.max(0, startFeeMinutes - administrationMinutes) : left;
}

/**
 * The minutes of research left before the customer is consulted: what the limit leaves of all research so far, charged
 * or not, or what the ceiling leaves when that is less; never below 0. Source: contract D2.
 */
export function researchMinutesLeft(
  spent: { readonly researchMinutes: number; readonly minutesLeft: number },
  terms: { readonly researchMinutes: number },
): number {
  return Math.max(0, Math.min(terms.researchMinutes - spent.researchMinutes, spent.minutesLeft));
}

/**
 * The warning that the research meter gives: the lowest of the terms' thresholds that what is left has come down to, 0
 * when none is left and the customer is to be consulted, null before any. Minutes. It stops nobody: only the ceiling
 * does. Source: contract D2.
 */
export function researchWarning(
  minutesLeft: number,
  terms: { readonly researchWarnings: readonly number[] },
): number | null {
  const reached = [0, ...terms.researchWarnings].filter((threshold) => minutesLeft <= threshold);
  return reached.length === 0 ? null : Math.min(...reached);
}

function minutesOf(entries: readonly Stretch[]): number {
  return entries.reduce((sum, entry) => sum + elapsedMinutes(entry), 0);
}

function elapsedMinutes({ start, end }: Stretch): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}
