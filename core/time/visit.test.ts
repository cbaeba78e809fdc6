import { describe, expect, it } from "vitest";
import { decideVisit, type ProposedVisit, type VisitFacts } from "./visit.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
const visit: ProposedVisit = { start: at("09:00"), end: at("11:00"), kilometres: 84 };
const facts: VisitFacts = {
  now: at("12:00"),
  createdAt: at("08:00"),
  closedAt: null,
  overlapping: [],
  on: Temporal.PlainDate.from("2026-11-23"),
  isUnderAddendum: true,
};

function refusalOf(changed: Partial<ProposedVisit>, known: Partial<VisitFacts> = {}) {
  const decided = decideVisit({ ...visit, ...changed }, { ...facts, ...known });
  return decided.ok ? null : decided.refusal;
}

describe("writing a visit down (A3)", () => {
  it("takes one under a signed addendum, however long beyond a ticket's ceiling", () => {
    expect(refusalOf({})).toBeNull();
    expect(
      refusalOf({ start: at("09:00").subtract({ hours: 22 }) }, { createdAt: at("08:00").subtract({ hours: 24 }) }),
    ).toBeNull();
  });

  it("refuses one on a date without a signed addendum, and says which date (A1)", () => {
    expect(refusalOf({}, { isUnderAddendum: false })).toEqual({ code: "no-addendum", on: "2026-11-23" });
  });

  it("refuses times that cannot be, as of any work (CE3)", () => {
    const codes = (changed: Partial<ProposedVisit>, known: Partial<VisitFacts> = {}) => refusalOf(changed, known)?.code;
    expect(codes({ end: at("09:00") })).toBe("entry-ends-before-start");
    expect(
      codes({ start: at("09:00").subtract({ hours: 23 }) }, { createdAt: at("00:00").subtract({ hours: 48 }) }),
    ).toBe("entry-too-long");
    expect(codes({ end: at("12:01") })).toBe("entry-in-future");
    expect(codes({ start: at("07:59") })).toBe("entry-before-ticket");
    expect(codes({}, { closedAt: at("10:00") })).toBe("entry-after-closing");
  });

  it("takes whole kilometres from none to 2000", () => {
    expect(refusalOf({ kilometres: 0 })).toBeNull();
    expect(refusalOf({ kilometres: 2000 })).toBeNull();
    for (const kilometres of [-1, 2001])
      expect(refusalOf({ kilometres })).toEqual({ code: "invalid-input", fields: { kilometres: "out-of-range" } });
    expect(refusalOf({ kilometres: 8.5 })).toEqual({ code: "invalid-input", fields: { kilometres: "not-whole" } });
  });

  it("refuses two places at once, whatever the other work is", () => {
    const overlapping = [{ reference: "K26-00007", start: at("10:30"), end: at("11:30") }];
    expect(refusalOf({}, { overlapping })).toEqual({
      code: "entry-overlaps",
      reference: "K26-00007",
      start: "2026-11-23T10:30:00Z",
      end: "2026-11-23T11:30:00Z",
    });
  });
});
