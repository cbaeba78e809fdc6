import { windowCalendar } from "../calendar/windows.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { compareByCreation } from "../tickets/month-counter.ts";
import type { Month } from "../values/month.ts";
import type { Charge, ChargedTicket, WorkedEntry } from "./charge.ts";
import { coverAdministration } from "./cover-administration.ts";
import { explainCovered, priceLine, startFeeLines, workLines } from "./lines.ts";
import { chargeableWork, chargeUnagreedAsOffice, cutAtWindows, cutToMonth, type WorkPiece } from "./work.ts";

/** One organisation's month. `entries` are all of these tickets' entries, also those of other months: T1 needs them. */
export interface MonthToCharge {
  readonly terms: ContractTerms;
  readonly extraHolidays: readonly Temporal.PlainDate[];
  readonly tickets: readonly ChargedTicket[];
  readonly entries: readonly WorkedEntry[];
  readonly month: Month;
}

/**
 * What an organisation's month costs, line by line with reasons: tickets in order of creation, start fee before work,
 * then office, outside, weekend-holiday; lines of no minutes are left out. Amounts in cents, minutes whole.
 * Throws for an entry of a ticket that is not given or not on whole minutes.
 * Source: contract "Charges, exactly" 1-4, 6; M4, M5, T1, T5.
 */
export function chargeMonth({ terms, extraHolidays, tickets, entries, month }: MonthToCharge): readonly Charge[] {
  const all = chargeableWork(entries, tickets);
  // Before the month is cut out: what the start fee covers may have been logged in another month.
  const { charged, covered } = coverAdministration(all);
  const ofMonth = cutToMonth(charged, month, terms.timeZone);
  const windowed = cutAtWindows(ofMonth, windowCalendar({ terms, extraHolidays }));
  // After the windows are known: only the dearer ones need an agreement.
  const agreed = groupByTicket(chargeUnagreedAsOffice(windowed));
  const coveredInMonth = groupByTicket(cutToMonth(covered, month, terms.timeZone));

  return tickets.toSorted(compareByCreation).flatMap((ticket) => {
    const lines = [
      ...startFeeLines(ticket, month, terms.timeZone),
      ...workLines(ticket, agreed.get(ticket.id) ?? []),
    ].filter((line) => line.minutes > 0);
    const explained = explainCovered(lines, coveredInMonth.get(ticket.id) ?? []);
    return explained.map((line) => priceLine(line, month, terms));
  });
}

function groupByTicket<Piece extends WorkPiece>(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  return Map.groupBy(pieces, (piece) => piece.ticket.id);
}
