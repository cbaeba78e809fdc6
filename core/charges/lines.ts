import { windows, type Window } from "../calendar/windows.ts";
import { hourlyRateFor } from "../contracts/hourly-rate.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { localMonthOf } from "../tickets/month-counter.ts";
import { amountForMinutes } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import type { Charge, ChargedTicket, ChargeKind, Reason } from "./charge.ts";
import { compareByClock, countedWork, minutesOf, type WindowedPiece, type WorkPiece } from "./work.ts";

/** A charge before it has its rate and amount. */
export interface Line {
  readonly ticket: ChargedTicket;
  readonly kind: ChargeKind;
  readonly window: Window;
  readonly minutes: number;
  readonly reasons: readonly Reason[];
}

/** The start fee of a ticket created in the month, unless it was waived. Source: contract T1. */
export function startFeeLines(ticket: ChargedTicket, month: Month, timeZone: string): readonly Line[] {
  if (ticket.isStartFeeWaived === true || localMonthOf(ticket.createdAt, timeZone) !== month) return [];
  const minutes = ticket.startFeeMinutes;
  return [
    { ticket, kind: "start-fee", window: "office", minutes, reasons: [{ rule: "T1", kind: "start-fee", minutes }] },
  ];
}

/** One line for each window in which a ticket was worked on, minutes summed. Source: contract "Charges, exactly" 4. */
export function workLines(ticket: ChargedTicket, work: readonly WindowedPiece[]): readonly Line[] {
  return windows.map((window) => {
    const pieces = work.filter((piece) => piece.window === window);
    return { ticket, kind: "work", window, minutes: minutesOf(pieces), reasons: reasonsOfWork(window, pieces) };
  });
}

function reasonsOfWork(window: Window, pieces: readonly WindowedPiece[]): readonly Reason[] {
  const sorted = pieces.toSorted(compareByClock);
  const ordinary = sorted.filter((piece) => piece.workedIn === window);
  const unagreed = sorted.filter((piece) => piece.workedIn !== window);
  const reasons: Reason[] = [];
  if (ordinary.length > 0) {
    const minutes = minutesOf(ordinary);
    reasons.push({ rule: "M4", kind: "window-minutes", window, minutes, entries: ordinary.map(countedWork) });
  }
  if (unagreed.length > 0) {
    const minutes = minutesOf(unagreed);
    reasons.push({ rule: "M5", kind: "outside-not-agreed", minutes, entries: unagreed.map(countedWork) });
  }
  return [...reasons, ...reasonsOfAuthorisations(sorted)];
}

function reasonsOfAuthorisations(pieces: readonly WorkPiece[]): readonly Reason[] {
  const minutesById = new Map<string, number>();
  for (const { entry, start, end } of pieces) {
    const id = entry.authorisationId;
    if (id !== undefined) minutesById.set(id, (minutesById.get(id) ?? 0) + end - start);
  }
  return [...minutesById].map(([authorisationId, minutes]) => ({
    rule: "T3",
    kind: "authorised",
    authorisationId,
    minutes,
  }));
}

/** Says on a ticket's first line of the month how much administration its start fee covered. Source: contract T1. */
export function explainCovered(lines: readonly Line[], covered: readonly WorkPiece[]): readonly Line[] {
  const minutes = minutesOf(covered);
  if (minutes === 0) return lines;
  const reason: Reason = { rule: "T1", kind: "covered-administration", minutes };
  return lines.map((line, index) => (index === 0 ? { ...line, reasons: [...line.reasons, reason] } : line));
}

/** The charge of a line: minutes x hourly rate / 60, rounded half up once. Source: contract T5, "Charges, exactly" 4. */
export function priceLine(
  { ticket, kind, window, minutes, reasons }: Line,
  month: Month,
  terms: ContractTerms,
): Charge {
  const hourlyRateCents = hourlyRateFor(window, ticket.isAdditional, terms);
  return {
    ticketId: ticket.id,
    reference: ticket.reference,
    month,
    kind,
    window,
    vatPercent: terms.vatPercent,
    minutes,
    hourlyRateCents,
    amountCents: amountForMinutes(minutes, hourlyRateCents),
    reasons: [...reasons, ...reasonsOfRate(ticket, terms), { rule: "CE4", kind: "amount", minutes }],
  };
}

function reasonsOfRate(ticket: ChargedTicket, terms: ContractTerms): readonly Reason[] {
  if (!ticket.isAdditional) return [];
  const { ticketsPerMonth, additionalTicketRule } = terms;
  const number = ticket.numberInMonth;
  return [{ rule: "T5", kind: "additional-ticket", number, ticketsPerMonth, additionalTicketRule }];
}
