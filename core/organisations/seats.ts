import type { PersonId } from "../values/ids.ts";
import { accept, refuse, type Result } from "../values/result.ts";

/** A seat that somebody holds; seats count from 1. (P2) */
export interface HeldSeat {
  readonly number: number;
  readonly personId: PersonId;
}

/**
 * The seats to show of an organisation, from 1: those that the terms give, and any beyond them that is still held.
 * Source: contract P2.
 */
export function seatNumbers(
  held: readonly { readonly number: number }[],
  terms: { readonly contactSeats: number } | null,
): readonly number[] {
  const most = Math.max(terms?.contactSeats ?? 0, ...held.map(({ number }) => number));
  return Array.from({ length: most }, (_, index) => index + 1);
}

/** A seat given to a person, or left empty. */
export type SeatChange =
  | { readonly kind: "give"; readonly number: number; readonly personId: PersonId }
  | { readonly kind: "vacate"; readonly number: number };

/** What becomes of a seat; who held it before loses access at once, what they wrote stays. */
export interface SeatDecision {
  readonly kind: "assigned" | "handed-over" | "vacated" | "unchanged";
  readonly number: number;
  readonly holderId: PersonId | null;
  readonly formerId: PersonId | null;
}

/**
 * Decides on a seat of an organisation: an empty one is assigned, one that is held is handed over to another person or
 * vacated. Giving a seat to who holds it already changes nothing and has no former holder. That it is a signatory who
 * does this is `can`'s to say. Refuses `seat-unknown` beyond the seats that the contract gives, `already-seated` for a
 * person who holds another seat, and `seat-vacant` for vacating an empty one. Source: contract P2.
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
