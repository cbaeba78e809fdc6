import { compareByCreation } from "../tickets/month-counter.ts";
import type { Charge } from "./charge.ts";
import type { MonthToCharge } from "./charged-work.ts";
import { correctionCharges, forgive } from "./corrections.ts";
import { coverAdministration } from "./cover-administration.ts";
import { explainCovered, priceLine, startFeeLines, workLines } from "./lines.ts";
import { expenseCharges, visitCharges } from "./on-site.ts";
import { fixedPriceCharges } from "./quotes.ts";
import { vatFor } from "./vat.ts";
import {
  chargeableWork,
  chargeUnagreedAsUsual,
  cutAtWindows,
  cutToMonth,
  holdQuotedPrices,
  type WindowedPiece,
  type WorkPiece,
} from "./work.ts";

/**
 * The charges of an organisation's month, each with its reasons, by tickets in order of creation. A ticket's charges
 * are its start fee, work by window, quotes, visits, travel, costs and corrections. Charges of nothing are left out.
 * Amounts in cents, whole minutes. Throws for an entry of an unknown ticket or not on whole minutes. Source: contract
 * "Charges, exactly" 1-7; M4, M5, T1, T3, T5, A3.
 */
export function chargeMonth(work: MonthToCharge): readonly Charge[] {
  const { rules, tickets, month } = work;
  const period = rules.calendar.periodOf(month);
  const { ofMonth, coveredInMonth } = workOfMonth(work);
  const vat = vatFor("standard", work.vatPosition ?? "domestic", rules.terms);
  const othersOf = othersByTicket(work);

  return tickets.toSorted(compareByCreation).flatMap((ticket) => {
    const lines = [...startFeeLines(ticket, period, rules), ...workLines(ticket, ofMonth.get(ticket.id) ?? [])].filter(
      (line) => line.minutes > 0,
    );
    const byTheClock = explainCovered(lines, coveredInMonth.get(ticket.id) ?? []);
    const others = othersOf(ticket.id);
    const charged = [
      ...byTheClock.map((line) => priceLine(line, { month, vat })),
      ...fixedPriceCharges(ticket, others),
      ...visitCharges(ticket, others, period),
      ...expenseCharges(ticket, others),
    ];
    const owed = forgive(charged, others.forgiven ?? []);
    // Corrections come after forgiven amounts, so that a correction never exceeds the rest.
    return [...owed, ...correctionCharges(ticket, owed, others)].filter(
      (line) => line.minutes !== 0 || line.amountCents !== 0n,
    );
  });
}

/**
 * Answers the month with one ticket's quotes, visits, costs, corrections and forgiven amounts. It goes through each
 * list once.
 */
function othersByTicket(work: MonthToCharge): (ticketId: string) => MonthToCharge {
  const authorisations = byTicketId(work.authorisations);
  const visits = byTicketId(work.visits);
  const expenses = byTicketId(work.expenses);
  const corrections = byTicketId(work.corrections);
  const forgiven = Map.groupBy(work.forgiven ?? [], ({ key }) => key.ticketId);
  return (id) => ({
    ...work,
    authorisations: authorisations.get(id) ?? [],
    visits: visits.get(id) ?? [],
    expenses: expenses.get(id) ?? [],
    corrections: corrections.get(id) ?? [],
    forgiven: forgiven.get(id) ?? [],
  });
}

function byTicketId<Thing extends { readonly ticketId: string }>(
  things: readonly Thing[] = [],
): ReadonlyMap<string, readonly Thing[]> {
  return Map.groupBy(things, (thing) => thing.ticketId);
}

interface WorkOfMonth {
  readonly ofMonth: ReadonlyMap<string, readonly WindowedPiece[]>;
  readonly coveredInMonth: ReadonlyMap<string, readonly WorkPiece[]>;
}

/** Makes the pieces that the month charges from the entries, by ticket. */
function workOfMonth({ rules, month, tickets, entries, authorisations = [] }: MonthToCharge): WorkOfMonth {
  const byId = new Map(authorisations.map((one) => [one.id, one]));
  const period = rules.calendar.periodOf(month);
  const all = chargeableWork(entries, tickets, byId);
  // This comes before cutting the month: the start fee may cover work of another month.
  const { charged, covered } = coverAdministration(all);
  const ruled = holdQuotedPrices(cutToMonth(charged, period), byId, rules);
  // This comes after finding the windows: only windows other than the usual one need an agreement.
  const agreed = chargeUnagreedAsUsual(cutAtWindows(ruled));
  return { ofMonth: groupByTicket(agreed), coveredInMonth: groupByTicket(cutToMonth(covered, period)) };
}

function groupByTicket<Piece extends WorkPiece>(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  return Map.groupBy(pieces, (piece) => piece.ticket.id);
}
