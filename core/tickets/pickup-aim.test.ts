import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingCalendar } from "../calendar/working-days.ts";
import { type AimedTicket, findPastPickupAim, pickupAimEndsAt, pickupShare, pickupStandingOf } from "./pickup-aim.ts";

const timeZone = "Europe/Amsterdam";
const calendar = workingCalendar({
  terms: { liberationDay: "lustrum" },
  extraHolidays: [Temporal.PlainDate.from("2026-10-07")],
});
const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant();
const endOf = (made: string, days: number, kind: "calendar" | "working") =>
  pickupAimEndsAt(local(made), { timeZone, pickupAim: { days, kind } }, calendar)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

describe("the aim to pick a ticket up (B3)", () => {
  it("runs three calendar days to their end, whatever the hour it was made at", () => {
    expect(endOf("2026-10-05T00:00", 3, "calendar")).toBe("2026-10-09T00:00");
    expect(endOf("2026-10-05T23:59", 3, "calendar")).toBe("2026-10-09T00:00");
  });

  it("goes by the local day: 22:30 in UTC is the day after here", () => {
    const made = Temporal.Instant.from("2026-10-04T22:30Z");
    const ends = pickupAimEndsAt(made, { timeZone, pickupAim: { days: 3, kind: "calendar" } }, calendar);
    expect(ends.toString()).toBe("2026-10-08T22:00:00Z");
  });

  it("counts weekends among calendar days, and not among working days", () => {
    expect(endOf("2026-10-02T10:00", 3, "calendar")).toBe("2026-10-06T00:00");
    expect(endOf("2026-10-09T10:00", 3, "working")).toBe("2026-10-15T00:00");
  });

  it("skips the provider's own day off among working days: Monday, one off, Friday", () => {
    expect(endOf("2026-10-05T10:00", 3, "working")).toBe("2026-10-10T00:00");
  });

  it("has a day of 25 hours when the clock goes back", () => {
    const ends = pickupAimEndsAt(
      local("2026-10-24T10:00"),
      { timeZone, pickupAim: { days: 1, kind: "calendar" } },
      calendar,
    );
    expect(ends.since(local("2026-10-25T00:00")).total("hours")).toBe(25);
  });
});

const aimEndsAt = local("2026-10-09T00:00");
const ticket = (pickedUpAt: string | null, closedAt: string | null = null): AimedTicket => ({
  aimEndsAt,
  pickedUpAt: pickedUpAt === null ? null : local(pickedUpAt),
  closedAt: closedAt === null ? null : local(closedAt),
});
const [before, after] = [local("2026-10-08T12:00"), local("2026-10-20T12:00")];

describe("how picking up went (B2, B3)", () => {
  it("is in time up to the last minute of the aim, and late from its end on", () => {
    expect(pickupStandingOf(ticket("2026-10-08T23:59"), after)).toBe("in-time");
    expect(pickupStandingOf(ticket("2026-10-09T00:00"), after)).toBe("late");
  });

  it("is open while the aim runs, and late when it has run out without anybody picking up", () => {
    expect(pickupStandingOf(ticket(null), before)).toBe("open");
    expect(pickupStandingOf(ticket(null), aimEndsAt)).toBe("late");
  });

  it("says nothing of a ticket that was withdrawn in time, and is late of one withdrawn after", () => {
    expect(pickupStandingOf(ticket(null, "2026-10-06T09:00"), after)).toBe("gone");
    expect(pickupStandingOf(ticket(null, "2026-10-12T09:00"), after)).toBe("late");
  });
});

describe("the signal on the board (B3)", () => {
  const pickupAim = { days: 3, kind: "working" } as const;
  const terms = { timeZone, pickupAim };
  const waitingAt = (now: Temporal.Instant, ...made: readonly string[]) =>
    findPastPickupAim(
      made.map((one) => ({ createdAt: local(one) })),
      { terms, calendar, now },
    ).map(({ createdAt }) => createdAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(0, 16));

  it("is there from the aim's end on", () => {
    const ends = local("2026-10-09T00:00");
    const just = ends.subtract({ nanoseconds: 1 });
    expect([just, ends].map((now) => waitingAt(now, "2026-10-02T10:00").length)).toEqual([0, 1]);
  });

  it("is of the oldest first, and of nobody among none", () => {
    const now = local("2026-10-13T12:00");
    expect(waitingAt(now, "2026-10-05T10:00", "2026-10-12T10:00", "2026-10-01T10:00")).toEqual([
      "2026-10-01T10:00",
      "2026-10-05T10:00",
    ]);
    expect(waitingAt(now)).toEqual([]);
  });

  it("is what every ticket's own aim says, however the tickets come", () => {
    const moment = fc
      .integer({ min: 0, max: 120 * 24 * 60 })
      .map((minutes) => local("2026-09-01T00:00").add({ minutes }));
    const aim = fc.record({ days: fc.nat(9), kind: fc.constantFrom("working", "calendar") });
    fc.assert(
      fc.property(fc.array(moment), aim, moment, (made, pickupAim, now) => {
        const rules = { timeZone, pickupAim };
        const late = made.filter(
          (createdAt) =>
            pickupStandingOf(
              { aimEndsAt: pickupAimEndsAt(createdAt, rules, calendar), pickedUpAt: null, closedAt: null },
              now,
            ) === "late",
        );
        const found = findPastPickupAim(
          made.map((createdAt) => ({ createdAt })),
          { terms: rules, calendar, now },
        );
        expect(found.map(({ createdAt }) => createdAt.toString())).toEqual(late.map(String).toSorted());
      }),
    );
  });
});

describe("the share picked up as aimed for (B3)", () => {
  it("is of the tickets of which it is known: 2 of 3", () => {
    const tickets = [
      ticket("2026-10-06T09:00"),
      ticket("2026-10-08T09:00"),
      ticket("2026-10-10T09:00"),
      ticket(null, "2026-10-06T09:00"),
    ];
    expect(pickupShare(tickets, after)).toEqual({ inTime: 2, late: 1, share: 2 / 3 });
  });

  it("counts who still waits beyond the aim as late, and nobody who waits within it", () => {
    expect(pickupShare([ticket(null), ticket("2026-10-06T09:00")], after)).toMatchObject({ inTime: 1, late: 1 });
    expect(pickupShare([ticket(null), ticket("2026-10-06T09:00")], before)).toEqual({ inTime: 1, late: 0, share: 1 });
  });

  it("is unknown of no tickets", () => {
    expect(pickupShare([], after).share).toBeNull();
  });
});
