import { epochMinuteOf, type MinutePeriod, textOfMinute } from "../calendar/windows.ts";
import type { Window } from "../calendar/week.ts";
import type { CountedWork } from "./charge.ts";
import type { ChargedAuthorisation, ChargedTicket, WorkedEntry } from "./charged-work.ts";
import type { ChargeRules } from "./rules.ts";

/** A stretch of an entry on its way to a charge; half-open, in epoch minutes. */
export interface WorkPiece {
  readonly ticket: ChargedTicket;
  readonly entry: WorkedEntry;
  readonly start: number;
  readonly end: number;
}

/** A piece with the rules that price it: the month's, or those that a quote holds. */
export interface RuledPiece extends WorkPiece {
  readonly rules: ChargeRules;
  /** The quote whose prices hold for the piece; null for ordinary work. */
  readonly quote: ChargedAuthorisation | null;
}

/** A piece within one window. `window` is the charged one, `workedIn` the one by the clock. */
export interface WindowedPiece extends RuledPiece {
  readonly window: Window;
  readonly workedIn: Window;
}

export type AuthorisationsById = ReadonlyMap<string, ChargedAuthorisation>;

/**
 * The entries charged by time, each with its ticket. Entries that are not charged and entries of a quote for one price
 * are left out. Throws for an entry of an unknown ticket. Source: contract T2, T3.
 */
export function chargeableWork(
  entries: readonly WorkedEntry[],
  tickets: readonly ChargedTicket[],
  authorisations: AuthorisationsById,
): readonly WorkPiece[] {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const pieces: WorkPiece[] = [];
  for (const entry of entries) {
    const ticket = byId.get(entry.ticketId);
    if (ticket === undefined) throw new Error(`entry ${entry.id} is of a ticket that was not given`);
    if (!entry.isChargeable || hasFixedPrice(entry, authorisations)) continue;
    pieces.push({ ticket, entry, start: epochMinuteOf(entry.start), end: epochMinuteOf(entry.end) });
  }
  return pieces;
}

function hasFixedPrice({ authorisationId }: WorkedEntry, authorisations: AuthorisationsById): boolean {
  if (authorisationId === undefined || authorisationId === null) return false;
  return (authorisations.get(authorisationId)?.fixedPrice ?? null) !== null;
}

/** The parts of pieces that lie within a month. Source: contract "Charges, exactly" 3. */
export function cutToMonth(pieces: readonly WorkPiece[], { start, end }: MinutePeriod): readonly WorkPiece[] {
  const found: WorkPiece[] = [];
  for (const piece of pieces) {
    if (piece.start >= end || piece.end <= start) continue;
    const isInside = piece.start >= start && piece.end <= end;
    found.push(isInside ? piece : partOf(piece, Math.max(piece.start, start), Math.min(piece.end, end)));
  }
  return found;
}

function partOf<Piece extends WorkPiece>(piece: Piece, start: number, end: number): Piece {
  return { ...piece, start, end };
}

/**
 * Gives each piece the rules that price it. Work under a quote keeps the quote's prices through its last day, also
 * across a year's end. All other work follows the month's rules. Source: contract T3, "Charges, exactly" 6.
 */
export function holdQuotedPrices(
  pieces: readonly WorkPiece[],
  authorisations: AuthorisationsById,
  rules: ChargeRules,
): readonly RuledPiece[] {
  return pieces.flatMap((piece): readonly RuledPiece[] => {
    const { authorisationId } = piece.entry;
    const quote = typeof authorisationId === "string" ? authorisations.get(authorisationId) : undefined;
    const until = quote === undefined ? -Infinity : heldUntil(quote, rules);
    if (quote === undefined || until <= piece.start) return [{ ...piece, rules, quote: null }];
    const held = { ...piece, rules: quote.heldRules ?? rules, quote };
    if (until >= piece.end) return [held];
    return [partOf(held, piece.start, until), { ...partOf(piece, until, piece.end), rules, quote: null }];
  });
}

/** The minute after a quote's last day; for a work order it never comes. */
function heldUntil({ validUntil }: ChargedAuthorisation, { calendar }: ChargeRules): number {
  return validUntil === null ? -Infinity : calendar.startOf(validUntil.add({ days: 1 }));
}

/** Cuts the pieces at local midnight and at the start of another window. Source: contract M4. */
export function cutAtWindows(pieces: readonly RuledPiece[]): readonly WindowedPiece[] {
  const found: WindowedPiece[] = [];
  for (const piece of pieces)
    for (const { start, end, window } of piece.rules.calendar.split(piece.start, piece.end))
      found.push({ ...piece, start, end, window, workedIn: window });
  return found;
}

/** Charges minutes of other windows as usual ones, unless a contact agreed before they began. Source: contract M5. */
export function chargeUnagreedAsUsual(pieces: readonly WindowedPiece[]): readonly WindowedPiece[] {
  const agreedFrom = new Map<ChargedTicket, number>();
  return pieces.flatMap((piece): readonly WindowedPiece[] => {
    const { usualWindow } = piece.rules.terms;
    if (piece.window === usualWindow) return [piece];
    const agreed = agreedFrom.get(piece.ticket) ?? firstAgreedMinute(piece.ticket);
    agreedFrom.set(piece.ticket, agreed);
    if (agreed <= piece.start) return [piece];
    if (agreed >= piece.end) return [{ ...piece, window: usualWindow }];
    return [{ ...partOf(piece, piece.start, agreed), window: usualWindow }, partOf(piece, agreed, piece.end)];
  });
}

/** The first whole minute that begins at or after the agreement. */
function firstAgreedMinute(ticket: ChargedTicket): number {
  if (ticket.outsideHoursAgreedAt === null) return Infinity;
  const { epochNanoseconds } = ticket.outsideHoursAgreedAt;
  const minute = 60_000_000_000n;
  return Number((epochNanoseconds + minute - 1n) / minute);
}

/** Orders pieces by beginning, then by end, then by the entry's id. */
export function compareByClock(a: WorkPiece, b: WorkPiece): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return a.end - b.end;
  if (a.entry.id === b.entry.id) return 0;
  return a.entry.id < b.entry.id ? -1 : 1;
}

/** The elapsed minutes of pieces together. */
export function minutesOf(pieces: readonly WorkPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
}

/** A piece as a reason shows it. */
export function countedWork({ entry, start, end }: WorkPiece): CountedWork {
  return {
    entryId: entry.id,
    step: entry.step,
    start: textOfMinute(start),
    end: textOfMinute(end),
    minutes: end - start,
  };
}
