import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonId } from "../values/ids.ts";
import { decideSeat, type HeldSeat, type SeatChange, seatNumbers, seatPeriods } from "./seats.ts";

const [anna, bram, carla] = ["anna" as PersonId, "bram" as PersonId, "carla" as PersonId];
const two = { contactSeats: 2 };
const both: readonly HeldSeat[] = [
  { number: 1, personId: anna },
  { number: 2, personId: bram },
];

const give = (number: number, personId: PersonId): SeatChange => ({ kind: "give", number, personId });
const decided = (seats: readonly HeldSeat[], change: SeatChange, terms = two) => {
  const result = decideSeat(seats, change, terms);
  return result.ok ? result.value : result.refusal;
};

describe("an organisation's seats (P2)", () => {
  it("are assigned while they are empty", () => {
    expect(decided([], give(1, anna))).toEqual({ kind: "assigned", number: 1, holderId: anna, formerId: null });
    expect(decided(both.slice(0, 1), give(2, carla))).toMatchObject({ kind: "assigned", holderId: carla });
  });

  it("are handed over: the former holder is named, who loses access", () => {
    expect(decided(both, give(2, carla))).toEqual({ kind: "handed-over", number: 2, holderId: carla, formerId: bram });
  });

  it("are vacated, and only by whom there is", () => {
    expect(decided(both, { kind: "vacate", number: 1 })).toEqual({
      kind: "vacated",
      number: 1,
      holderId: null,
      formerId: anna,
    });
    expect(decided([], { kind: "vacate", number: 1 })).toEqual({ code: "seat-vacant", seat: 1 });
  });

  it("are as many as the contract gives, counted from 1", () => {
    for (const number of [0, 3, 1.5, -1])
      expect(decided([], give(number, anna))).toEqual({ code: "seat-unknown", seat: number, seats: 2 });
    expect(decided(both, give(3, carla), { contactSeats: 3 })).toMatchObject({ holderId: carla });
    expect(decided([], { kind: "vacate", number: 2 }, { contactSeats: 1 })).toMatchObject({ code: "seat-unknown" });
  });

  it("are one a person: who holds one gets no other", () => {
    expect(decided(both, give(2, anna))).toEqual({ code: "already-seated", seat: 1 });
  });

  it("stay as they are when given to who holds them, and nobody loses access", () => {
    expect(decided(both, give(1, anna))).toEqual({ kind: "unchanged", number: 1, holderId: anna, formerId: null });
  });

  it("never hold more people than the contract gives, nor one twice, whatever is done to them", () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant("give" as const),
        number: fc.integer({ min: -1, max: 5 }),
        personId: fc.constantFrom(anna, bram, carla),
      }),
      fc.record({ kind: fc.constant("vacate" as const), number: fc.integer({ min: -1, max: 5 }) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (changes, contactSeats) => {
        const seats = changes.reduce<readonly HeldSeat[]>((held, one) => after(held, one, contactSeats), []);
        expect(seats.length).toBeLessThanOrEqual(contactSeats);
        expect(new Set(seats.map(({ personId }) => personId)).size).toBe(seats.length);
        expect(new Set(seats.map(({ number }) => number)).size).toBe(seats.length);
      }),
    );
  });
});

describe("the seats to show (P2)", () => {
  it("are those of the terms, held or not, and one beyond them only while somebody holds it", () => {
    expect(seatNumbers([], { contactSeats: 2 })).toEqual([1, 2]);
    expect(seatNumbers([{ number: 2 }], { contactSeats: 1 })).toEqual([1, 2]);
    expect(seatNumbers([{ number: 1 }], null)).toEqual([1]);
    expect(seatNumbers([], null)).toEqual([]);
  });
});

function after(held: readonly HeldSeat[], change: SeatChange, contactSeats: number): readonly HeldSeat[] {
  const result = decideSeat(held, change, { contactSeats });
  if (!result.ok) return held;
  const { number, holderId } = result.value;
  const others = held.filter((seat) => seat.number !== number);
  return holderId === null ? others : [...others, { number, personId: holderId }];
}

describe("who held a seat when (P2)", () => {
  it("is read from what happened, newest first: each until the next of that seat", () => {
    const at = (hour: number) => Temporal.Instant.from(`2026-03-0${hour}T09:00Z`);
    const periods = seatPeriods([
      { at: at(5), seat: 2, holder: null },
      { at: at(4), seat: 1, holder: "Carla" },
      { at: at(2), seat: 2, holder: "Bram" },
      { at: at(1), seat: 1, holder: "Anna" },
    ]);
    expect(periods).toEqual([
      { seat: 1, holder: "Carla", from: at(4), until: null },
      { seat: 2, holder: "Bram", from: at(2), until: at(5) },
      { seat: 1, holder: "Anna", from: at(1), until: at(4) },
    ]);
  });
});
