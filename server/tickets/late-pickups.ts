import { workingCalendar } from "../../core/calendar/working-days.ts";
import { findPastPickupAim } from "../../core/tickets/pickup-aim.ts";
import type { TicketId } from "../../core/values/ids.ts";
import { findExtraHolidays, findTerms } from "../contracts/read-contracts.ts";
import type { Transaction } from "../db/connect.ts";
import type { BoardRow } from "./board.ts";

/**
 * The tickets that wait longer than the aim of their terms to be picked up: a signal for staff that no customer sees
 * (B1, B3).
 */
export async function findLatePickups(
  tx: Transaction,
  tickets: readonly BoardRow[],
  now: Temporal.Instant,
): Promise<ReadonlySet<TicketId>> {
  const waiting = tickets.filter((ticket) => ticket.pickedUpAt === null && ticket.closedAt === null);
  const late = new Set<TicketId>();
  if (waiting.length === 0) return late;
  const extraHolidays = await findExtraHolidays(tx);
  for (const year of new Set(waiting.map((ticket) => ticket.termsYear))) {
    const terms = await findTerms(tx, year);
    if (terms === null) throw new Error(`tickets of ${year}, a year without terms`);
    const calendar = workingCalendar({ terms, extraHolidays });
    const ofYear = waiting.filter((ticket) => ticket.termsYear === year);
    for (const { id } of findPastPickupAim(ofYear, { terms, calendar, now })) late.add(id);
  }
  return late;
}
