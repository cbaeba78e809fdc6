import type { Step } from "../tickets/step.ts";

/** Work that counts for the ceiling: half-open, on whole minutes. */
export interface LoggedWork {
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
}

/** The facts behind a ticket's meters. Ceiling and start fee are the ticket's own, in minutes. (T2) */
export interface CeilingState {
  readonly entries: readonly LoggedWork[];
  readonly startFeeMinutes: number;
  readonly authorisedMinutes: number;
}

export interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** An entry split at the ceiling; a part without minutes is null. */
export interface PartedEntry {
  readonly chargeable: Stretch | null;
  readonly notChargeable: Stretch | null;
}

/**
 * The minutes a ticket has spent of its ceiling: the start fee (even when waived), administration beyond the covered
 * part, and all other chargeable work. Source: contract T1, T2.
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
 * The minutes of a step that can still be logged as chargeable, never below 0. Administration also has its covered
 * minutes. Source: contract T1, T2.
 */
export function minutesLeftFor(step: Step, state: CeilingState): number {
  const left = minutesLeft(state);
  if (step !== "administration") return left;
  const logged = state.entries.filter((entry) => entry.isChargeable && entry.step === "administration");
  return left + Math.max(0, state.startFeeMinutes - minutesOf(logged));
}

/**
 * Splits new work at the ticket's ceiling: the first part is charged, the rest is saved as not charged. `state` holds
 * the work logged before. Source: contract T2.
 */
export function splitAtCeiling(entry: Stretch & { readonly step: Step }, state: CeilingState): PartedEntry {
  return partAfter(entry, minutesLeftFor(entry.step, state));
}

/**
 * Splits a stretch of work after a number of whole minutes: the first part is charged, the rest is not. Source:
 * contract T2.
 */
export function partAfter({ start, end }: Stretch, left: number): PartedEntry {
  if (left <= 0) return { chargeable: null, notChargeable: { start, end } };
  if (left >= elapsedMinutes({ start, end })) return { chargeable: { start, end }, notChargeable: null };
  const crossed = start.add({ minutes: left });
  return { chargeable: { start, end: crossed }, notChargeable: { start: crossed, end } };
}

/** A ticket's running totals of chargeable minutes. The ticket keeps them. */
export interface TicketTotals {
  readonly startFeeMinutes: number;
  readonly authorisedMinutes: number;
  readonly administrationMinutes: number;
  readonly researchMinutes: number;
  readonly resolutionMinutes: number;
}

/**
 * The minutes of a step that can still be logged as chargeable, never below 0. It reads totals instead of entries, so
 * that a long history costs no more. Source: contract T1, T2.
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
 * The minutes of research left before the customer is consulted, never below 0. The limit counts all research so far,
 * charged or not; the ceiling applies when it leaves less. Source: contract D2.
 */
export function researchMinutesLeft(
  spent: { readonly researchMinutes: number; readonly minutesLeft: number },
  terms: { readonly researchMinutes: number },
): number {
  return Math.max(0, Math.min(terms.researchMinutes - spent.researchMinutes, spent.minutesLeft));
}

/**
 * The research meter's warning, in minutes: the lowest of the terms' thresholds that is reached, 0 when no minutes are
 * left and the customer is to be consulted, null before the first threshold. It stops nobody: only the ceiling does.
 * Source: contract D2.
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
