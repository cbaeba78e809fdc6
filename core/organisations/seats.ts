import type { PersonId } from "../values/ids.ts";
import { accept, refuse, type Result } from "../values/result.ts";

/** An occupied seat; seats count from 1. (P2) */
export interface HeldSeat {
  readonly number: number;
  readonly personId: PersonId;
}

/**
 * The seats of an organisation to show, from 1: those of the terms, and any occupied ones beyond them. Source: contract
 * P2.
 */
export function seatNumbers(
  held: readonly { readonly number: number }[],
  terms: { readonly contactSeats: number } | null,
): readonly number[] {
  const most = Math.max(terms?.contactSeats ?? 0, ...held.map(({ number }) => number));
  return Array.from({ length: most }, (_, index) => index + 1);
}

/** A change of a seat: it goes to a person, or becomes vacant. */
export type SeatChange =
  | { readonly kind: "give"; readonly number: number; readonly personId: PersonId }
  | { readonly kind: "vacate"; readonly number: number };

/** The result for a seat. A former holder loses access at once; their texts stay. */
export interface SeatDecision {
  readonly kind: "assigned" | "handed-over" | "vacated" | "unchanged";
  readonly number: number;
  readonly holderId: PersonId | null;
  readonly formerId: PersonId | null;
}

/**
 * Decides on a seat of an organisation: it is assigned, handed over to another person, or vacated. Giving a seat to its
 * holder changes nothing and has no former holder. `can` checks that a signatory does this. Refuses `seat-unknown`
 * beyond the contract's seats, `already-seated` for a holder of another seat, and `seat-vacant` for vacating an empty
 * one. Source: contract P2.
 */
export function decideSeat(
  seats: readonly HeldSeat[],
  change: SeatChange,
  terms: { readonly contactSeats: number },
): Result<SeatDecision> {
  const { number } = change;
  if (!Number.isInteger(number) || number < 1 || number > terms.contactSeats)
    return refuse({ code: "seat-unknown", seat: number, seats: terms.contactSeats });
  const formerId = seats.find((seat) => seat.number === number)?.personId ?? null;
  if (change.kind === "vacate")
    return formerId === null
      ? refuse({ code: "seat-vacant", seat: number })
      : accept({ kind: "vacated", number, holderId: null, formerId });
  const holderId = change.personId;
  const other = seats.find((seat) => seat.personId === holderId && seat.number !== number);
  if (other !== undefined) return refuse({ code: "already-seated", seat: other.number });
  if (formerId === holderId) return accept({ kind: "unchanged", number, holderId, formerId: null });
  return accept({ kind: formerId === null ? "assigned" : "handed-over", number, holderId, formerId });
}

/** A seat at a moment: who got it, or null for a seat that became empty. */
export interface SeatHappening {
  readonly at: Temporal.Instant;
  readonly seat: number;
  readonly holder: string | null;
}

/** The time in which somebody held a seat; without an end while they hold it. */
export interface SeatPeriod {
  readonly seat: number;
  readonly holder: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/**
 * Who held which seat from when to when, newest first, from the happenings of the seats, newest first. A holder loses a
 * seat when the next happening of that seat comes. Source: contract P2.
 */
export function seatPeriods(happenings: readonly SeatHappening[]): readonly SeatPeriod[] {
  const nextOf = new Map<number, Temporal.Instant>();
  return happenings.flatMap(({ at, seat, holder }) => {
    const until = nextOf.get(seat) ?? null;
    nextOf.set(seat, at);
    return holder === null ? [] : [{ seat, holder, from: at, until }];
  });
}
