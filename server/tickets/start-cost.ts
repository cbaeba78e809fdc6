import { timeZone } from "../../core/calendar/time-zone.ts";
import type { Window } from "../../core/calendar/week.ts";
import { hourlyRateFor } from "../../core/contracts/hourly-rate.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { isAdditional, localMonthOf } from "../../core/tickets/month-counter.ts";
import { amountForMinutes, type Cents } from "../../core/values/money.ts";
import type { Names } from "../../core/values/language.ts";
import type { Contact } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import { accept } from "../../core/values/result.ts";
import { contractAt } from "../contracts/read-contracts.ts";
import type { Work } from "../events/work.ts";
import { countTicketsInMonth } from "./read-month-counter.ts";

export interface StartRate {
  readonly window: Window;
  readonly names: Names;
  readonly cents: Cents;
}

/** The starting cost of a ticket created now, and its number. */
export interface StartCost {
  readonly terms: ContractTerms;
  readonly number: number;
  readonly isAdditional: boolean;
  /** The price of an hour in each window (M4, T5). */
  readonly rates: readonly StartRate[];
  readonly usualRate: Cents;
  readonly startFeeCents: Cents;
}

/** Looks ahead without taking a number (T1, T4, T5). Refuses `no-contract`. */
export async function previewStartCost(work: Work<Contact>): Promise<Result<StartCost>> {
  const { organisationId } = work.actor;
  const contract = await contractAt(work.tx, organisationId, work.now());
  if (!contract.ok) return contract;
  const { terms } = contract.value;
  const number = (await countTicketsInMonth(work, organisationId, localMonthOf(work.now(), timeZone))) + 1;
  const additional = isAdditional(number, terms);
  const usualRate = hourlyRateFor(terms.usualWindow, additional, terms);
  return accept({
    terms,
    number,
    isAdditional: additional,
    rates: terms.windows.map(({ id, names }) => ({ window: id, names, cents: hourlyRateFor(id, additional, terms) })),
    usualRate,
    startFeeCents: amountForMinutes(terms.startFeeMinutes, usualRate),
  });
}
