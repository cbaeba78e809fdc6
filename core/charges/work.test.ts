import { describe, expect, it } from "vitest";
import { defaultTerms } from "../contracts/terms.ts";
import { exampleEntry, exampleTicket } from "./testing/charge-examples.ts";
import { chargeRules } from "./rules.ts";
import { chargeUnagreedAsUsual, cutToMonth, type WorkPiece } from "./work.ts";

/** Work of the example ticket; minutes count from any moment. */
function piece(start: number, end: number): WorkPiece {
  return {
    ticket: exampleTicket(),
    entry: exampleEntry("research", "2026-10-01T09:00Z", "2026-10-01T10:00Z"),
    start,
    end,
  };
}

describe("the part of work that lies within a month (CE3)", () => {
  const within = (start: number, end: number) =>
    cutToMonth([piece(start, end)], { start: 100, end: 200 }).map((each) => `${each.start}-${each.end}`);

  it("is all of what begins and ends in it", () => {
    expect([within(100, 200), within(120, 130)]).toEqual([["100-200"], ["120-130"]]);
  });

  it("is cut where the month begins and ends", () => {
    expect([within(90, 110), within(190, 210), within(50, 250)]).toEqual([["100-110"], ["190-200"], ["100-200"]]);
  });

  it("is nothing of what ends as it begins, begins as it ends, or lies beyond", () => {
    expect([within(50, 60), within(90, 100), within(200, 210), within(240, 250)]).toEqual([[], [], [], []]);
  });
});

describe("work outside office hours and the agreement to it (M5)", () => {
  const rules = chargeRules(defaultTerms(2026));
  /** The window each part is charged in, of work in evening hours from minute 100 to 200. */
  const charged = (agreedAt: Temporal.Instant | null) => {
    const ticket = exampleTicket({ outsideHoursAgreedAt: agreedAt });
    const evening = { ...piece(100, 200), ticket, rules, quote: null, window: "outside", workedIn: "outside" };
    return chargeUnagreedAsUsual([evening]).map(({ window, start, end }) => `${window} ${start}-${end}`);
  };
  const minute = (number: number) => Temporal.Instant.fromEpochMilliseconds(number * 60_000);

  it("is at the usual rate without one, or with one that came as it ended", () => {
    expect([charged(null), charged(minute(200)), charged(minute(300))]).toEqual(
      Array.from({ length: 3 }, () => ["office 100-200"]),
    );
  });

  it("is at its own rate from the first whole minute after it", () => {
    expect(charged(minute(100))).toEqual(["outside 100-200"]);
    expect(charged(minute(150))).toEqual(["office 100-150", "outside 150-200"]);
    expect(charged(minute(150).add({ nanoseconds: 1 }))).toEqual(["office 100-151", "outside 151-200"]);
    expect(charged(minute(150).subtract({ nanoseconds: 1 }))).toEqual(["office 100-150", "outside 150-200"]);
  });
});
