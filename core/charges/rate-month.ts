import { timeZone } from "../calendar/time-zone.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { isAdditional, numberTickets } from "../tickets/month-counter.ts";
import type { Step } from "../tickets/step.ts";
import type { Month } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Charge } from "./charge.ts";
import type { ChargedTicket, MonthToCharge } from "./charged-work.ts";
import { chargeRules } from "./rules.ts";
import { totalsOf, type Totals } from "./totals.ts";

/** A ticket as `kwartier rate` reads it. An agreement to outside hours counts from its creation. (M5) */
export interface RatedTicket {
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
  readonly isOutsideHoursAgreed: boolean;
}

/** An entry as `kwartier rate` reads it; `ticket` is a reference. */
export interface RatedEntry {
  readonly ticket: string;
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
}

export interface MonthToRate {
  readonly month: Month;
  readonly terms: ContractTerms;
  readonly tickets: readonly RatedTicket[];
  readonly entries: readonly RatedEntry[];
}

export interface RatedMonth {
  readonly month: Month;
  readonly charges: readonly Charge[];
  readonly totals: Totals;
}

/**
 * Numbers the tickets, charges the month and adds it up, in the same steps as an invoice. References must be unique,
 * and every entry's ticket must be given. Source: contract T4-T6, "Charges, exactly" 1-5.
 */
export function rateMonth(given: MonthToRate): RatedMonth {
  const { month, terms } = given;
  const charges = chargeMonth({ month, rules: chargeRules(terms), ...ratedWork(given) });
  return { month, charges, totals: totalsOf(charges) };
}

/**
 * Yields the same charges in the same order, ticket by ticket: the explanations of a hundred thousand entries do not
 * fit into memory. Source: contract T4-T6, "Charges, exactly" 1-4.
 */
export function* rateTickets(given: MonthToRate): Generator<Charge, void> {
  const { month, terms } = given;
  const rules = chargeRules(terms);
  const { tickets, entries } = ratedWork(given);
  const byTicket = Map.groupBy(entries, (entry) => entry.ticketId);
  for (const ticket of tickets)
    yield* chargeMonth({ month, rules, tickets: [ticket], entries: byTicket.get(ticket.id) ?? [] });
}

/** The numbered tickets and the entries of a month to rate, in charging's own shape. Source: contract T4-T6. */
export function ratedWork({ terms, tickets, entries }: MonthToRate): Pick<MonthToCharge, "tickets" | "entries"> {
  return {
    tickets: numberTickets(tickets, timeZone).map(({ ticket, numberInMonth }) =>
      chargedTicket(ticket, numberInMonth, terms),
    ),
    entries: entries.map((entry, index) => ({ ...entry, id: String(index), ticketId: entry.ticket })),
  };
}

function chargedTicket(ticket: RatedTicket, numberInMonth: number, terms: ContractTerms): ChargedTicket {
  return {
    id: ticket.reference,
    reference: ticket.reference,
    createdAt: ticket.createdAt,
    numberInMonth,
    isAdditional: isAdditional(numberInMonth, terms),
    startFeeMinutes: terms.startFeeMinutes,
    outsideHoursAgreedAt: ticket.isOutsideHoursAgreed ? ticket.createdAt : null,
  };
}
