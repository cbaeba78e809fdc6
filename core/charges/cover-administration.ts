import { compareByClock, type WorkPiece } from "./work.ts";

export interface CoveredWork {
  readonly charged: readonly WorkPiece[];
  readonly covered: readonly WorkPiece[];
}

/**
 * Sets apart each ticket's first minutes of administration, which its start fee covers, over all months. The minutes
 * are taken by the clock, whichever entries hold them, so that it makes no difference how work was cut into entries.
 * Source: contract T1.
 */
export function coverAdministration(work: readonly WorkPiece[]): CoveredWork {
  const charged = work.filter((piece) => piece.entry.step !== "administration");
  const covered: WorkPiece[] = [];
  for (const pieces of administrationByTicket(work).values()) {
    const parted = coverOfOneTicket(pieces.toSorted(compareByClock));
    charged.push(...parted.charged);
    covered.push(...parted.covered);
  }
  return { charged, covered };
}

function administrationByTicket(work: readonly WorkPiece[]): ReadonlyMap<string, WorkPiece[]> {
  const byTicket = new Map<string, WorkPiece[]>();
  for (const piece of work) {
    if (piece.entry.step !== "administration") continue;
    const pieces = byTicket.get(piece.ticket.id);
    if (pieces === undefined) byTicket.set(piece.ticket.id, [piece]);
    else pieces.push(piece);
  }
  return byTicket;
}

function coverOfOneTicket(sorted: readonly WorkPiece[]): CoveredWork {
  const rest = [...sorted];
  const covered: WorkPiece[] = [];
  let left = sorted[0]?.ticket.startFeeMinutes ?? 0;
  while (left > 0) {
    const first = rest.shift();
    if (first === undefined) break;
    const end = Math.min(first.end, first.start + left, runUntil(first, rest[0]));
    covered.push({ ...first, end });
    left -= end - first.start;
    if (end < first.end) insertByClock(rest, { ...first, start: end });
  }
  return { charged: rest, covered };
}

/** Where entries overlap, which only the command line allows, they take turns minute by minute. */
function runUntil(first: WorkPiece, next: WorkPiece | undefined): number {
  return next === undefined ? first.end : Math.max(next.start, first.start + 1);
}

function insertByClock(pieces: WorkPiece[], piece: WorkPiece): void {
  const at = pieces.findIndex((each) => compareByClock(piece, each) < 0);
  pieces.splice(at === -1 ? pieces.length : at, 0, piece);
}
