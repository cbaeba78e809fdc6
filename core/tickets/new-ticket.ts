import { hourlyRateFor } from "../contracts/hourly-rate.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { isAdditional } from "./month-counter.ts";

/** The numbers that a new ticket takes from the terms and keeps for life. Minutes. */
export interface TicketTerms {
  readonly isAdditional: boolean;
  readonly termsYear: number;
  readonly startFeeMinutes: number;
  readonly authorisedMinutes: number;
}

/**
 * Decides which numbers of the terms a ticket takes, by its number of the month. Refuses
 * `additional-ticket-unconfirmed`, with the rates of every window, for a ticket beyond the month's limit that the
 * customer has not confirmed. Source: T1, T2, T4, T5.
 */
export function decideNewTicket(
  place: { numberInMonth: number; isConfirmed: boolean },
  terms: ContractTerms,
): Result<TicketTerms> {
  const additional = isAdditional(place.numberInMonth, terms);
  if (additional && terms.ticketsPerMonth !== null && !place.isConfirmed)
    return refuse({
      code: "additional-ticket-unconfirmed",
      number: place.numberInMonth,
      ticketsPerMonth: terms.ticketsPerMonth,
      rates: terms.windows.map(({ id, names }) => ({ window: id, names, cents: hourlyRateFor(id, true, terms) })),
    });
  return accept({
    isAdditional: additional,
    termsYear: terms.year,
    startFeeMinutes: terms.startFeeMinutes,
    authorisedMinutes: terms.authorisedMinutes,
  });
}
