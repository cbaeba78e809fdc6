import type { Charge } from "../charges/charge.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { localMonthOf } from "../tickets/month-counter.ts";
import type { Month } from "../values/month.ts";

/** The rules that some months of one year had, and those that are tried on them. */
export interface TermsChange {
  readonly from: ChargeRules;
  readonly to: ChargeRules;
  readonly isAsked: (month: Month) => boolean;
}

/** Under the terms that the months had, and under the others. */
export interface Sides<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A charge without what it rests on: two years' explanations beside each other are more than anybody reads. */
export type BareCharge = Omit<Charge, "reasons">;

/**
 * Whether a ticket was created in the months that are asked for; only those take something from the other terms.
 * Source: contract T6.
 */
export function isCreatedInAsked(ticket: Pick<ChargedTicket, "createdAt">, { from, isAsked }: TermsChange): boolean {
  return isAsked(localMonthOf(ticket.createdAt, from.calendar.timeZone));
}

/** Whether two terms have the same windows at the same times, whatever they cost. Source: contract M4, M5. */
export function hasSameWindows(a: ContractTerms, b: ContractTerms): boolean {
  const inShort = ({ windows, week, usualWindow, liberationDay, timeZone }: ContractTerms) =>
    JSON.stringify([windows.map(({ id }) => id), week, usualWindow, liberationDay, timeZone]);
  return inShort(a) === inShort(b);
}
