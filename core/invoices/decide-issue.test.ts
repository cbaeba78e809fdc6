import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { decideIssue, type IssueRequest } from "./decide-issue.ts";
import { invoiceNumber, numberYearOf } from "./invoice-number.ts";

const request: IssueRequest = {
  month: monthOf("2026-12"),
  today: Temporal.PlainDate.from("2027-01-01"),
  lineCount: 2,
  fingerprint: "a",
  seenFingerprint: "a",
};

describe("issuing an invoice", () => {
  it("is allowed from the first day of the next month, in the next year too (M2)", () => {
    expect(decideIssue(request)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["the month is not over", { today: Temporal.PlainDate.from("2026-12-31") }, "month-not-over"],
    ["there is nothing to invoice", { lineCount: 0 }, "nothing-to-invoice"],
    ["it is not what was seen", { seenFingerprint: "b" }, "preview-outdated"],
  ])("is refused when %s", (_, changes, code) => {
    expect(decideIssue({ ...request, ...changes })).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe("an invoice's number", () => {
  it("is the year of issue and four digits or more", () => {
    expect(numberYearOf(request.today)).toBe(2027);
    expect([1, 42, 9999, 10_000].map((place) => invoiceNumber(2026, place))).toEqual([
      "2026-0001",
      "2026-0042",
      "2026-9999",
      "2026-10000",
    ]);
    expect(() => invoiceNumber(2026, 0)).toThrow("not a place");
  });
});
