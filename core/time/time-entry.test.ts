import { describe, expect, it } from "vitest";
import { datesOf, decideTimeEntry, type EntryFacts, minutesOfEntry, type ProposedEntry } from "./time-entry.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
const entry: ProposedEntry = { start: at("09:00"), end: at("09:30"), isChargeable: true, reason: null };
const facts: EntryFacts = {
  now: at("12:00:20"),
  createdAt: at("08:59:40"),
  closedAt: null,
  overlapping: [],
  datesWithoutContract: [],
  minutesLeft: 30,
};

function codeOf(changed: Partial<ProposedEntry>, known: Partial<EntryFacts> = {}): string {
  const decided = decideTimeEntry({ ...entry, ...changed }, { ...facts, ...known });
  return decided.ok ? "ok" : decided.refusal.code;
}

describe("writing time down", () => {
  it("takes what fits exactly, and not a minute more (T2)", () => {
    expect(codeOf({})).toBe("ok");
    expect(codeOf({ end: at("09:31") })).toBe("beyond-ceiling");
    expect(codeOf({ end: at("09:31"), isChargeable: false, reason: "coulance" })).toBe("ok");
  });

  it("has no ceiling for work at one price, which costs nothing by the minute (T3)", () => {
    expect(codeOf({ start: at("09:00"), end: at("12:00") }, { minutesLeft: null })).toBe("ok");
  });

  it("takes the minute that is under way and the one in which the ticket was created, and nothing outside them", () => {
    expect(codeOf({ start: at("11:50"), end: at("12:01") })).toBe("ok");
    expect(codeOf({ start: at("11:50"), end: at("12:02") })).toBe("entry-in-future");
    expect(codeOf({ start: at("08:59"), end: at("09:10") })).toBe("ok");
    expect(codeOf({ start: at("08:58"), end: at("09:10") })).toBe("entry-before-ticket");
  });

  it("refuses an end at or before the start, and more than a day (CE3)", () => {
    expect(codeOf({ end: at("09:00") })).toBe("entry-ends-before-start");
    expect(codeOf({ end: at("08:00") })).toBe("entry-ends-before-start");
    expect(
      codeOf(
        { start: at("09:00").subtract({ hours: 24 }), end: at("09:01") },
        { createdAt: at("00:00").subtract({ hours: 48 }) },
      ),
    ).toBe("entry-too-long");
  });

  it("may end where the calendar does, and not after it (CE3)", () => {
    const last = {
      now: Temporal.Instant.from("2100-06-01T12:00Z"),
      createdAt: Temporal.Instant.from("2099-12-01T12:00Z"),
    };
    const until = (end: string, start = "2099-12-31T23:40+01:00") =>
      codeOf({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) }, last);
    expect(until("2100-01-01T00:00+01:00")).toBe("ok");
    expect(until("2100-01-01T00:01+01:00")).toBe("entry-outside-calendar");
    expect(until("2100-01-01T00:10+01:00", "2100-01-01T00:00+01:00")).toBe("entry-outside-calendar");
    const first = Temporal.Instant.from("2000-01-01T00:00+01:00");
    const early = { createdAt: first, now: first.add({ hours: 1 }) };
    expect(codeOf({ start: first, end: first.add({ minutes: 5 }) }, early)).toBe("ok");
    expect(codeOf({ start: first.subtract({ minutes: 1 }), end: first }, early)).toBe("entry-outside-calendar");
  });

  it("takes work from before the closing of a ticket, not from after", () => {
    expect(codeOf({}, { closedAt: at("09:29:30") })).toBe("ok");
    expect(codeOf({}, { closedAt: at("09:29") })).toBe("entry-after-closing");
  });

  it("asks why it is not charged", () => {
    expect(codeOf({ isChargeable: false, reason: " " })).toBe("reason-needed");
  });

  it("refuses overlap before anything about money, charged or not (CE3)", () => {
    const overlapping = [{ reference: "K26-00001", start: at("09:10"), end: at("09:20") }];
    expect(codeOf({ isChargeable: false, reason: "coulance" }, { overlapping })).toBe("entry-overlaps");
    expect(codeOf({}, { overlapping, minutesLeft: 0 })).toBe("entry-overlaps");
  });

  it("charges nothing on a day without a contract (CE6)", () => {
    const datesWithoutContract = [Temporal.PlainDate.from("2026-11-23")];
    expect(codeOf({}, { datesWithoutContract })).toBe("entry-without-contract");
    expect(codeOf({ isChargeable: false, reason: "geen contract" }, { datesWithoutContract })).toBe("ok");
  });

  it("knows the local dates it touches, of which midnight itself is not one", () => {
    const dates = (start: string, end: string) =>
      datesOf({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) }, "Europe/Amsterdam").map(String);
    expect(dates("2026-11-23T22:00Z", "2026-11-23T23:00Z")).toEqual(["2026-11-23"]);
    expect(dates("2026-11-23T22:00Z", "2026-11-23T23:01Z")).toEqual(["2026-11-23", "2026-11-24"]);
    expect(dates("2026-12-31T22:30Z", "2026-12-31T23:30Z")).toEqual(["2026-12-31", "2027-01-01"]);
  });

  it("counts elapsed time on the night the clock changes (M4)", () => {
    expect(
      minutesOfEntry({
        start: Temporal.Instant.from("2026-10-25T00:30Z"),
        end: Temporal.Instant.from("2026-10-25T02:30Z"),
      }),
    ).toBe(120);
  });
});
