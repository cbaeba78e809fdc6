import {
  epochMinuteOf,
  instantOfMinute,
  type MinuteSegment,
  type Window,
  type WindowCalendar,
} from "../calendar/windows.ts";
import { periodOf, type Month } from "../values/month.ts";
import type { ChargedTicket, CountedWork, WorkedEntry } from "./charge.ts";

/** A stretch of an entry on its way to a charge; half-open, in epoch minutes. */
export interface WorkPiece {
  readonly ticket: ChargedTicket;
  readonly entry: WorkedEntry;
  readonly start: number;
  readonly end: number;
}

/** A piece within one window. `window` is what is charged, `workedIn` where the clock stood. */
export interface WindowedPiece extends WorkPiece {
  readonly window: Window;
  readonly workedIn: Window;
}

/** The entries that are charged, each with its ticket. Throws for an entry of a ticket that is not given. */
export function chargeableWork(
  entries: readonly WorkedEntry[],
  tickets: readonly ChargedTicket[],
): readonly WorkPiece[] {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const pieces: WorkPiece[] = [];
  for (const entry of entries) {
    const ticket = byId.get(entry.ticketId);
    if (ticket === undefined) throw new Error(`entry ${entry.id} is of a ticket that was not given`);
    if (!entry.isChargeable) continue;
    pieces.push({ ticket, entry, start: epochMinuteOf(entry.start), end: epochMinuteOf(entry.end) });
  }
  return pieces;
}

/** The parts of pieces whose local date lies in a month. Source: contract "Charges, exactly" 3. */
export function cutToMonth(pieces: readonly WorkPiece[], month: Month, timeZone: string): readonly WorkPiece[] {
  const period = periodOf(month, timeZone);
  const first = epochMinuteOf(period.start);
  const last = epochMinuteOf(period.end);
  return pieces
    .filter((piece) => piece.start < last && piece.end > first)
    .map((piece) => partOf(piece, Math.max(piece.start, first), Math.min(piece.end, last)));
}

function partOf(piece: WorkPiece, start: number, end: number): WorkPiece {
  return { ...piece, start, end };
}

/** The pieces cut at local midnight, opening and closing. Source: contract M4. */
export function cutAtWindows(pieces: readonly WorkPiece[], calendar: WindowCalendar): readonly WindowedPiece[] {
  return pieces.flatMap((piece) =>
    calendar.split(piece.start, piece.end).map((segment) => windowedPart(piece, segment)),
  );
}

function windowedPart(piece: WorkPiece, { start, end, window }: MinuteSegment): WindowedPiece {
  return { ...piece, start, end, window, workedIn: window };
}

/**
 * Minutes of the dearer windows count as office hours unless a contact had agreed before they began.
 * Source: contract M5.
 */
export function chargeUnagreedAsOffice(pieces: readonly WindowedPiece[]): readonly WindowedPiece[] {
  return pieces.flatMap((piece): readonly WindowedPiece[] => {
    const agreed = agreedFrom(piece.ticket);
    if (piece.window === "office" || agreed <= piece.start) return [piece];
    if (agreed >= piece.end) return [{ ...piece, window: "office" }];
    return [
      { ...piece, end: agreed, window: "office" },
      { ...piece, start: agreed },
    ];
  });
}

/** The first whole minute that begins at or after the agreement. */
function agreedFrom(ticket: ChargedTicket): number {
  if (ticket.outsideHoursAgreedAt === null) return Infinity;
  const { epochNanoseconds } = ticket.outsideHoursAgreedAt;
  const minute = 60_000_000_000n;
  return Number((epochNanoseconds + minute - 1n) / minute);
}

/** Orders pieces by when they begin, then end; the entry's id settles what overlaps exactly. */
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
    start: instantOfMinute(start).toString(),
    end: instantOfMinute(end).toString(),
    minutes: end - start,
  };
}
