import { compareByClock, type WorkPiece } from "./work.ts";

export interface CoveredWork {
  readonly charged: readonly WorkPiece[];
  readonly covered: readonly WorkPiece[];
}

/**
 * Sets apart each ticket's first minutes of administration, over all months: its start fee covers them. They are the
 * first by the clock, so that the cutting of work into entries makes no difference. Source: contract T1.
 */
export function coverAdministration(work: readonly WorkPiece[]): CoveredWork {
  const charged = work.filter((piece) => piece.entry.step !== "administration");
  const covered: WorkPiece[] = [];
  for (const pieces of administrationByTicket(work).values()) {
    const parted = coverOfOneTicket(pieces);
    // One push each: a ticket can have more pieces than a call can have arguments.
    for (const piece of parted.charged) charged.push(piece);
    for (const piece of parted.covered) covered.push(piece);
  }
  return { charged, covered };
}

function administrationByTicket(work: readonly WorkPiece[]): ReadonlyMap<string, readonly WorkPiece[]> {
  const byTicket = new Map<string, WorkPiece[]>();
  for (const piece of work) {
    if (piece.entry.step !== "administration") continue;
    const pieces = byTicket.get(piece.ticket.id);
    if (pieces === undefined) byTicket.set(piece.ticket.id, [piece]);
    else pieces.push(piece);
  }
  return byTicket;
}

function coverOfOneTicket(pieces: readonly WorkPiece[]): CoveredWork {
  const minutes = pieces[0]?.ticket.startFeeMinutes ?? 0;
  const until = coveredUntil(pieces, minutes);
  const covered = pieces.filter(({ start }) => start < until).map((piece) => partUntil(piece, until));
  const rest = pieces.filter(({ end }) => end > until).map((piece) => partFrom(piece, until));
  // Several entries can share a minute, for example of two consultants, and too few covered minutes are left for all.
  // Ordinary work gets them first.
  const sharing = rest.toSorted(compareToCover).slice(0, minutes - minutesBefore(pieces, until));
  const isShared = new Set(sharing);
  return {
    charged: rest
      .map((piece) => (isShared.has(piece) ? partFrom(piece, until + 1) : piece))
      .filter(({ start, end }) => start < end),
    covered: [...covered, ...sharing.map((piece) => partUntil(piece, until + 1))],
  };
}

/**
 * Orders pieces that begin together: ordinary work first, then by authorisation. Ordering by their end would let a cut
 * in an entry change a price.
 */
function compareToCover(a: WorkPiece, b: WorkPiece): number {
  const [first, second] = [a.entry.authorisationId ?? "", b.entry.authorisationId ?? ""];
  if (a.start === b.start && first !== second) return first < second ? -1 : 1;
  return compareByClock(a, b);
}

/** The latest minute up to which all pieces of a ticket together fit into the start fee. */
function coveredUntil(pieces: readonly WorkPiece[], minutes: number): number {
  let until = pieces.reduce((earliest, { start }) => Math.min(earliest, start), Infinity);
  let tooLate = pieces.reduce((latest, { end }) => Math.max(latest, end), -Infinity);
  if (minutesBefore(pieces, tooLate) <= minutes) return tooLate;
  while (tooLate - until > 1) {
    const middle = Math.floor((until + tooLate) / 2);
    if (minutesBefore(pieces, middle) <= minutes) until = middle;
    else tooLate = middle;
  }
  return until;
}

/** The minutes of the pieces before a minute. */
function minutesBefore(pieces: readonly WorkPiece[], minute: number): number {
  return pieces.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, minute) - start), 0);
}

function partUntil(piece: WorkPiece, minute: number): WorkPiece {
  return piece.end <= minute ? piece : { ...piece, end: minute };
}

function partFrom(piece: WorkPiece, minute: number): WorkPiece {
  return piece.start >= minute ? piece : { ...piece, start: minute };
}
