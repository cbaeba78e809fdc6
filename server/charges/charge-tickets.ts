import { chargeMonth } from "../../core/charges/charge-month.ts";
import type { Charge } from "../../core/charges/charge.ts";
import type { ChargedTicket, WorkedEntry } from "../../core/charges/charged-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { localMonthOf } from "../../core/tickets/month-counter.ts";
import type { Month } from "../../core/values/month.ts";
import { findExtraHolidays, findTerms } from "../contracts/contract-on.ts";
import type { Transaction } from "../db/connect.ts";
import { timeZone } from "../ui/format.ts";
import { listEntriesOf, type TicketToCharge } from "./store.ts";

export type { TicketToCharge } from "./store.ts";

/** Which months are charged: one, all, or all up to and including one. */
export interface MonthsToCharge {
  readonly only?: Month;
  readonly until?: Month;
}

/** Charges the work of one organisation's tickets, month by month under the terms of each month's year ("Charges, exactly" 6). */
export async function chargeTickets(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
  asked: MonthsToCharge = {},
): Promise<readonly Charge[]> {
  const entries = (await listEntriesOf(tx, tickets)).filter((entry) => entry.isChargeable);
  const charged = tickets.map(chargedTicket);
  const months = monthsWithWork(charged, entries).filter((month) => isAsked(month, asked));
  if (months.length === 0) return [];
  const rules = await rulesByYear(tx, months);
  return months.flatMap((month) => chargeMonth({ rules: rulesOf(rules, month), tickets: charged, entries, month }));
}

/** A ticket's row as charging knows it. */
function chargedTicket(row: TicketToCharge): ChargedTicket {
  return {
    id: row.id,
    reference: row.reference,
    createdAt: row.created_at,
    isAdditional: row.is_additional,
    numberInMonth: row.number_in_month,
    startFeeMinutes: row.start_fee_minutes,
    outsideHoursAgreedAt: row.outside_hours_agreed_at,
  };
}

function isAsked(month: Month, { only, until }: MonthsToCharge): boolean {
  return (only === undefined || month === only) && (until === undefined || month <= until);
}

/** The local months in which tickets were created or worked on, earliest first; an entry across midnight may be in two. */
function monthsWithWork(tickets: readonly ChargedTicket[], entries: readonly WorkedEntry[]): readonly Month[] {
  const instants = [
    ...tickets.map((ticket) => ticket.createdAt),
    ...entries.flatMap(({ start, end }) => [start, end.subtract({ minutes: 1 })]),
  ];
  return [...new Set(instants.map((instant) => localMonthOf(instant, timeZone)))].toSorted();
}

async function rulesByYear(tx: Transaction, months: readonly Month[]): Promise<ReadonlyMap<number, ChargeRules>> {
  const extraHolidays = await findExtraHolidays(tx);
  const found = new Map<number, ChargeRules>();
  for (const year of new Set(months.map(yearOf))) {
    const terms = await findTerms(tx, year);
    if (terms !== null) found.set(year, chargeRules(terms, extraHolidays));
  }
  return found;
}

function rulesOf(rules: ReadonlyMap<number, ChargeRules>, month: Month): ChargeRules {
  const found = rules.get(yearOf(month));
  // Work on a date without contract is never chargeable, and a contract has terms.
  if (found === undefined) throw new Error(`chargeable work in ${month}, a year without terms`);
  return found;
}

function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}
