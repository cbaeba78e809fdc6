import type { Charge } from "../charges/charge.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { localMonthOf } from "../tickets/month-counter.ts";
import type { Month } from "../values/month.ts";

/** The rules of some months of one year, and the other rules to try on them. */
export interface TermsChange {
  readonly from: ChargeRules;
  readonly to: ChargeRules;
  readonly isAsked: (month: Month) => boolean;
}

/** A value under the months' own terms, and under the others. */
export interface Sides<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A charge without its reasons: nobody reads the explanations of two years side by side. */
export type BareCharge = Omit<Charge, "reasons">;

/**
 * Whether a ticket was created in the months asked for. Only these tickets use the other terms. Source: contract T6.
 */
export function isCreatedInAsked(ticket: Pick<ChargedTicket, "createdAt">, { from, isAsked }: TermsChange): boolean {
  return isAsked(localMonthOf(ticket.createdAt, from.calendar.timeZone));
}

/** Whether two terms have the same windows at the same times, at whatever price. Source: contract M4, M5. */
export function hasSameWindows(a: ContractTerms, b: ContractTerms): boolean {
  const inShort = ({ windows, week, usualWindow, liberationDay, timeZone }: ContractTerms) =>
    JSON.stringify([windows.map(({ id }) => id), week, usualWindow, liberationDay, timeZone]);
  return inShort(a) === inShort(b);
}
