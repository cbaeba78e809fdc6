import type { Charge } from "../charges/charge.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import { localMonthOf } from "../tickets/month-counter.ts";
import { type Outcome, outcomes } from "../tickets/outcome.ts";
import { type Cents, sumCents } from "../values/money.ts";
import { addMonths, type Month, monthOf } from "../values/month.ts";

/** A month of the year: its new tickets, and its charges in cents excluding VAT. */
export interface MonthOfYear {
  readonly month: Month;
  readonly ticketCount: number;
  readonly additionalCount: number;
  /** Start fees, work and visits. */
  readonly minutes: number;
  readonly amountCents: Cents;
}

export interface CountOfOutcome {
  readonly outcome: Outcome | "open";
  readonly count: number;
}

/** Whether a month lies in a calendar year. Source: contract K4, K5. */
export function isInYear(year: number): (month: Month) => boolean {
  return (month) => Number(month.slice(0, 4)) === year;
}

/** The twelve months of a year with their tickets, minutes and cost, also empty months. Source: contract K5, T4, M2. */
export function monthsOfYear(
  year: number,
  created: readonly ChargedTicket[],
  { charges, timeZone }: { readonly charges: readonly Charge[]; readonly timeZone: string },
): readonly MonthOfYear[] {
  const tickets = Map.groupBy(created, (ticket) => localMonthOf(ticket.createdAt, timeZone));
  const chargesOf = Map.groupBy(charges, (charge) => charge.month);
  return Array.from({ length: 12 }, (_, index) => addMonths(monthOf(`${year}-01`), index)).map((month) => {
    const [ofMonth, charged] = [tickets.get(month) ?? [], chargesOf.get(month) ?? []];
    return {
      month,
      ticketCount: ofMonth.length,
      additionalCount: ofMonth.filter((ticket) => ticket.isAdditional).length,
      minutes: charged.reduce((sum, charge) => sum + charge.minutes, 0),
      amountCents: sumCents(charged.map((charge) => charge.amountCents)),
    };
  });
}

/**
 * The number of tickets by outcome, in the order of the outcomes, and the number of open ones. Outcomes without tickets
 * are left out. Source: contract S1, S2.
 */
export function countOutcomes(tickets: readonly { readonly outcome: Outcome | null }[]): readonly CountOfOutcome[] {
  return ([...outcomes, "open"] as const)
    .map((outcome) => ({
      outcome,
      count: tickets.filter((ticket) => (ticket.outcome ?? "open") === outcome).length,
    }))
    .filter(({ count }) => count > 0);
}
