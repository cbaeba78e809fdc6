import type { MinutePeriod } from "../calendar/windows.ts";
import type { Window } from "../calendar/week.ts";
import { hourlyRateFor } from "../contracts/hourly-rate.ts";
import { windowOf } from "../contracts/terms.ts";
import { amountForMinutes } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import type { Charge, ChargeKind, Reason } from "./charge.ts";
import type { ChargedAuthorisation, ChargedTicket } from "./charged-work.ts";
import type { ChargeRules } from "./rules.ts";
import type { Vat } from "./vat.ts";
import { compareByClock, countedWork, minutesOf, type WindowedPiece, type WorkPiece } from "./work.ts";

/** Work by the clock before it has its rate and amount. */
export interface Line {
  readonly ticket: ChargedTicket;
  readonly kind: Extract<ChargeKind, "start-fee" | "work">;
  readonly window: Window;
  readonly quote: ChargedAuthorisation | null;
  readonly rules: ChargeRules;
  readonly minutes: number;
  readonly reasons: readonly Reason[];
}

/** The start fee of a ticket created in the month, unless it was waived. Source: contract T1. */
export function startFeeLines(ticket: ChargedTicket, month: MinutePeriod, rules: ChargeRules): readonly Line[] {
  const createdAt = ticket.createdAt.epochMilliseconds / 60_000;
  const isOfMonth = createdAt >= month.start && createdAt < month.end;
  if (!isOfMonth || ticket.isStartFeeWaived === true) return [];
  const minutes = ticket.startFeeMinutes;
  const window = rules.terms.usualWindow;
  const reasons: readonly Reason[] = [{ rule: "T1", kind: "start-fee", minutes }];
  return [{ ticket, kind: "start-fee", window, quote: null, rules, minutes, reasons }];
}

/**
 * One line of summed minutes for each window of a ticket's work. Work at a quote's prices has its own lines after the
 * ordinary ones. Source: contract T3, "Charges, exactly" 4.
 */
export function workLines(ticket: ChargedTicket, work: readonly WindowedPiece[]): readonly Line[] {
  if (work.length === 0) return [];
  const quotes = [...new Set(work.map((piece) => piece.quote))].toSorted(compareQuotes);
  return quotes.flatMap((quote) => {
    const pieces = work.filter((piece) => piece.quote === quote);
    const rules = pieces[0]?.rules;
    return rules === undefined
      ? []
      : rules.terms.windows.map(({ id }) => workLine({ ticket, window: id, quote, rules }, pieces));
  });
}

function workLine(line: Pick<Line, "ticket" | "window" | "quote" | "rules">, ofQuote: readonly WindowedPiece[]): Line {
  const pieces = ofQuote.filter((piece) => piece.window === line.window).toSorted(compareByClock);
  return { ...line, kind: "work", minutes: minutesOf(pieces), reasons: reasonsOfWork(line, pieces) };
}

function compareQuotes(a: ChargedAuthorisation | null, b: ChargedAuthorisation | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function reasonsOfWork(
  { window, quote, rules }: Pick<Line, "window" | "quote" | "rules">,
  pieces: readonly WindowedPiece[],
): readonly Reason[] {
  if (pieces.length === 0) return [];
  const ordinary = pieces.filter((piece) => piece.workedIn === window);
  const unagreed = pieces.filter((piece) => piece.workedIn !== window);
  const reasons: Reason[] = [];
  if (ordinary.length > 0) {
    const minutes = minutesOf(ordinary);
    reasons.push({ rule: "M4", kind: "window-minutes", window, minutes, entries: ordinary.map(countedWork) });
  }
  if (unagreed.length > 0) {
    const minutes = minutesOf(unagreed);
    reasons.push({ rule: "M5", kind: "outside-not-agreed", minutes, entries: unagreed.map(countedWork) });
  }
  return [...reasons, ...reasonsOfAuthorisations(pieces), ...reasonsOfHeldPrices(quote, rules)];
}

function reasonsOfAuthorisations(pieces: readonly WorkPiece[]): readonly Reason[] {
  const minutesById = new Map<string, number>();
  for (const { entry, start, end } of pieces) {
    const id = entry.authorisationId ?? null;
    if (id !== null) minutesById.set(id, (minutesById.get(id) ?? 0) + end - start);
  }
  return [...minutesById].map(([authorisationId, minutes]) => ({
    rule: "T3",
    kind: "authorised",
    authorisationId,
    minutes,
  }));
}

function reasonsOfHeldPrices(quote: ChargedAuthorisation | null, { terms }: ChargeRules): readonly Reason[] {
  if (quote === null || quote.validUntil === null) return [];
  const validUntil = quote.validUntil.toString();
  return [{ rule: "T3", kind: "held-prices", authorisationId: quote.id, validUntil, termsYear: terms.year }];
}

/** Adds to a ticket's first line of the month how much administration its start fee covered. Source: contract T1. */
export function explainCovered(lines: readonly Line[], covered: readonly WorkPiece[]): readonly Line[] {
  const minutes = minutesOf(covered);
  if (minutes === 0) return lines;
  const reason: Reason = { rule: "T1", kind: "covered-administration", minutes };
  return lines.map((line, index) => (index === 0 ? { ...line, reasons: [...line.reasons, reason] } : line));
}

/**
 * The charge of a line: minutes x hourly rate / 60, rounded half up once. Source: contract T5, "Charges, exactly" 4 to
 * 6.
 */
export function priceLine(
  { ticket, kind, window, quote, rules, minutes, reasons }: Line,
  { month, vat }: { readonly month: Month; readonly vat: Vat },
): Charge {
  const { terms } = rules;
  const hourlyRateCents = hourlyRateFor(window, ticket.isAdditional, terms);
  const amountCents = amountForMinutes(minutes, hourlyRateCents);
  return {
    ticketId: ticket.id,
    reference: ticket.reference,
    month,
    kind,
    window,
    sourceId: quote?.id ?? null,
    windowNames: windowOf(window, terms).names,
    vat,
    minutes,
    hourlyRateCents,
    amountCents,
    reasons: [
      ...reasons,
      ...reasonsOfRate(ticket, rules),
      { rule: "CE4", kind: "amount", minutes, amountCents: Number(amountCents) },
      ...reasonsOfVat(vat),
    ],
  };
}

function reasonsOfRate(ticket: ChargedTicket, { terms }: ChargeRules): readonly Reason[] {
  if (!ticket.isAdditional) return [];
  const { ticketsPerMonth, additionalTicketRule } = terms;
  const number = ticket.numberInMonth;
  return [{ rule: "T5", kind: "additional-ticket", number, ticketsPerMonth, additionalTicketRule }];
}

/** The reason for an amount without VAT, when the customer's place causes it. Source: contract "Charges, exactly" 5. */
export function reasonsOfVat({ category }: Vat): readonly Reason[] {
  if (category !== "reverse-charge" && category !== "outside-scope") return [];
  return [{ rule: "CE5", kind: "vat-elsewhere", category }];
}
