import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleEntry, exampleTicket } from "./testing/charge-examples.ts";
import { coverAdministration } from "./cover-administration.ts";
import type { WorkPiece } from "./work.ts";

/** Administration of the example ticket; minutes count from any moment. */
function piece(id: string, start: number, end: number, startFeeMinutes = 15, ticketId = "t1"): WorkPiece {
  const entry = exampleEntry("administration", "2026-10-01T09:00Z", "2026-10-01T09:01Z", { id, ticketId });
  return { ticket: exampleTicket({ id: ticketId, startFeeMinutes }), entry, start, end };
}

const inShort = (pieces: readonly WorkPiece[]) =>
  pieces.map(({ entry, start, end }) => `${entry.id} ${start}-${end}`).toSorted();

const cover = (...work: readonly WorkPiece[]) => {
  const { charged, covered } = coverAdministration(work);
  return { charged: inShort(charged), covered: inShort(covered) };
};

describe("what a start fee covers of a ticket's administration (T1)", () => {
  it("is its first minutes by the clock, in whatever order it was logged", () => {
    const expected = { covered: ["a 0-10", "b 20-25"], charged: ["b 25-30"] };
    expect(cover(piece("a", 0, 10), piece("b", 20, 30))).toEqual(expected);
    expect(cover(piece("b", 20, 30), piece("a", 0, 10))).toEqual(expected);
  });

  it("is all of it when there is no more", () => {
    expect(cover(piece("a", 0, 10), piece("b", 20, 25))).toEqual({ covered: ["a 0-10", "b 20-25"], charged: [] });
  });

  it("is nothing without a start fee", () => {
    expect(cover(piece("a", 0, 10, 0))).toEqual({ covered: [], charged: ["a 0-10"] });
  });

  it("is of each ticket for itself", () => {
    expect(cover(piece("a", 0, 20), piece("b", 0, 20, 15, "t2"))).toEqual({
      covered: ["a 0-15", "b 0-15"],
      charged: ["a 15-20", "b 15-20"],
    });
  });

  // 15 minutes over two entries that run at the same time: 7 of each, and one more of the first of the two.
  it("is shared minute by minute by entries that overlap", () => {
    expect(cover(piece("b", 0, 20), piece("a", 0, 20))).toEqual({
      covered: ["a 0-7", "a 7-8", "b 0-7"],
      charged: ["a 8-20", "b 7-20"],
    });
  });

  it("gives a shared minute to an entry that runs on, and not to one that has just ended", () => {
    expect(cover(piece("a", 0, 5, 6), piece("b", 5, 10, 6), piece("c", 5, 10, 6))).toEqual({
      covered: ["a 0-5", "b 5-6"],
      charged: ["b 6-10", "c 5-10"],
    });
  });

  it("leaves nothing of an entry whose last minute is the one that is shared", () => {
    expect(cover(piece("a", 0, 1, 1), piece("b", 0, 1, 1))).toEqual({ covered: ["a 0-1"], charged: ["b 0-1"] });
  });

  it("is shared by what was authorised the same way however entries are cut, ordinary work first", () => {
    // Of 3 minutes each gets one, and ordinary work the third, also where the other is cut short in the same minute.
    const under = (id: string, start: number, end: number): WorkPiece => {
      const made = piece(id, start, end, 3);
      return { ...made, entry: { ...made.entry, authorisationId: "quote" } };
    };
    const whole = cover(under("a", 0, 10), piece("b", 0, 10, 3));
    expect(whole).toEqual({ covered: ["a 0-1", "b 0-1", "b 1-2"], charged: ["a 1-10", "b 2-10"] });
    expect(cover(under("a", 0, 2), under("c", 2, 10), piece("b", 0, 10, 3))).toMatchObject({ covered: whole.covered });
  });

  it("ends within more entries than a function can have arguments", () => {
    const one = piece("a", 0, 2);
    const { charged, covered } = coverAdministration(Array.from({ length: 200_000 }, () => ({ ...one })));
    expect([charged.length, covered.length]).toEqual([200_000, 15]);
  });

  it("are the minutes that counting one by one finds, however entries overlap", () => {
    const spans = fc.array(fc.record({ start: fc.nat(40), minutes: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(spans, fc.nat(60), (all, fee) => {
        const work = all.map(({ start, minutes }, index) => piece(String(index), start, start + minutes, fee));
        const { charged, covered } = coverAdministration(work);
        const expected = oneByOne(work);
        expect(minutesIn(covered)).toEqual(expected.slice(0, fee).toSorted());
        expect(minutesIn(charged)).toEqual(expected.slice(fee).toSorted());
      }),
    );
  });
});

const minutesOfPiece = ({ entry, start, end }: WorkPiece) =>
  Array.from({ length: end - start }, (_, index) => ({ minute: start + index, end, id: entry.id }));

const minutesIn = (pieces: readonly WorkPiece[]) =>
  pieces.flatMap((each) => minutesOfPiece(each).map(({ minute, id }) => `${minute} ${id}`)).toSorted();

/** Every minute of the work in the order in which they are covered: by the clock, then what ends first, then by id. */
function oneByOne(work: readonly WorkPiece[]): readonly string[] {
  return work
    .flatMap(minutesOfPiece)
    .toSorted((a, b) => a.minute - b.minute || a.end - b.end || (a.id < b.id ? -1 : 1))
    .map(({ minute, id }) => `${minute} ${id}`);
}
