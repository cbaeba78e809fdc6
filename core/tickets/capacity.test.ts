import { describe, expect, it } from "vitest";
import { roomOf, roomOfAll, weekStartOf } from "./capacity.ts";

const hours = (capacity: number, logged: number) => ({ capacityMinutes: capacity * 60, loggedMinutes: logged * 60 });

describe("the room that consultants have (B2)", () => {
  it("is their week less what they logged: 32 hours, 11 logged, 21 left", () => {
    expect(roomOf(hours(32, 11))).toEqual({ roomMinutes: 21 * 60, load: 11 / 32 });
  });

  it("is none, and never less, for who worked beyond their week", () => {
    expect(roomOf(hours(32, 40))).toEqual({ roomMinutes: 0, load: 1.25 });
  });

  it("is none in a week without capacity, which counts as full", () => {
    expect(roomOf(hours(0, 0))).toEqual({ roomMinutes: 0, load: 1 });
  });

  it("adds up over all, and who has too much takes nothing from the others: 21 + 0 + 16", () => {
    expect(roomOfAll([hours(32, 11), hours(32, 40), hours(36, 20)])).toBe(37 * 60);
    expect(roomOfAll([])).toBe(0);
  });

  it("starts anew on local Monday, also in the week in which the clock changes", () => {
    const start = (now: string) => weekStartOf(Temporal.Instant.from(now), "Europe/Amsterdam").toString();
    expect(start("2026-10-11T21:59Z")).toBe("2026-10-04T22:00:00Z");
    expect(start("2026-10-11T22:00Z")).toBe("2026-10-11T22:00:00Z");
    expect(start("2026-10-25T12:00Z")).toBe("2026-10-18T22:00:00Z");
    expect(start("2026-10-26T12:00Z")).toBe("2026-10-25T23:00:00Z");
  });
});
