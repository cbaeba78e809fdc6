import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareByCreation, isAdditional, numberTickets } from "./month-counter.ts";

const ticket = (reference: string, createdAt: string) => ({ reference, createdAt: Temporal.Instant.from(createdAt) });
const numbers = (tickets: readonly ReturnType<typeof ticket>[]) =>
  numberTickets(tickets, "Europe/Amsterdam").map(
    (each) => `${each.ticket.reference} ${each.month} ${each.numberInMonth}`,
  );

describe("the month counter", () => {
  it("restarts at local midnight of the first: 31 October 23:30 UTC is November here (T6)", () => {
    expect(
      numbers([ticket("A", "2026-10-31T22:30Z"), ticket("B", "2026-10-31T23:30Z"), ticket("C", "2026-11-01T00:30Z")]),
    ).toEqual(["A 2026-10 1", "B 2026-11 1", "C 2026-11 2"]);
  });

  it("puts no ticket before itself", () => {
    const one = ticket("A", "2026-10-01T10:00Z");
    expect(compareByCreation(one, { ...one })).toBe(0);
  });

  it("orders tickets of one moment by code unit: Z before a", () => {
    const moment = "2026-10-01T10:00Z";
    expect(numbers([ticket("a", moment), ticket("Z", moment)])).toEqual(["Z 2026-10 1", "a 2026-10 2"]);
  });

  it("makes the sixteenth of fifteen additional (T4, T5)", () => {
    expect([15, 16].map((number) => isAdditional(number, { ticketsPerMonth: 15 }))).toEqual([false, true]);
  });

  it("gives the same numbers in whatever order tickets are given", () => {
    const tickets = Array.from({ length: 12 }, (_, i) => ticket(`T${i}`, `2026-1${i % 3}-0${(i % 4) + 1}T10:00Z`));
    fc.assert(
      fc.property(fc.shuffledSubarray(tickets, { minLength: tickets.length }), (shuffled) => {
        expect(numbers(shuffled)).toEqual(numbers(tickets));
      }),
    );
  });
});
