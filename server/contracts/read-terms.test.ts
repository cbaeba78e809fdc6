import { describe, expect, it } from "vitest";
import { defaultTerms, type ContractTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { readTerms, readTermsOver, type ReadTerms } from "./read-terms.ts";

const base = defaultTerms(2026);

const termsOf = (read: ReadTerms): ContractTerms => {
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.terms;
};
const problemsOf = (read: ReadTerms) =>
  "problems" in read ? read.problems.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];

describe("terms that somebody wrote", () => {
  it("are read back as they were written", () => {
    expect(termsOf(readTerms(termsToJson(base)))).toEqual(base);
    expect(termsOf(readTermsOver(defaultTerms(2027), termsToJson(base)))).toEqual(base);
  });

  it("may be single values over those of a year", () => {
    expect(termsOf(readTermsOver(base, {}))).toEqual(base);
    const other = termsOf(
      readTermsOver(base, { startFeeMinutes: 30, ticketsPerMonth: null, pickupAim: { kind: "working" } }),
    );
    expect(other).toEqual({
      ...base,
      startFeeMinutes: 30,
      ticketsPerMonth: null,
      pickupAim: { days: 3, kind: "working" },
    });
    const saturday = [{ from: "00:00", window: "outside" }];
    expect(termsOf(readTermsOver(base, { week: { saturday } })).week).toEqual({ ...base.week, saturday });
  });

  it("may give windows another rate by their id", () => {
    const [office, ...others] = base.windows;
    const dearer = termsOf(readTermsOver(base, { rates: { office: 11_000 } })).windows;
    expect(dearer).toEqual([{ ...office, hourlyRate: 11_000n }, ...others]);
    const windows = [{ id: "always", names: { nl: "altijd", en: "always" }, hourlyRate: 1 }];
    const week = Object.fromEntries(Object.keys(base.week).map((day) => [day, [{ from: "00:00", window: "always" }]]));
    const given = { windows, week, usualWindow: "always", rates: { always: 9000 } };
    expect(termsOf(readTermsOver(base, given)).windows[0]?.hourlyRate).toBe(9000n);
  });

  it.each([
    [[], ": must be an object"],
    [null, ": must be an object"],
    [{ startFee: 30 }, "startFee: unknown field"],
    [JSON.parse('{"__proto__": {"year": 2026}}'), "__proto__: unknown field"],
    [{ startFeeMinutes: "30" }, "startFeeMinutes: must be a number"],
    [{ startFeeMinutes: 1.5 }, "startFeeMinutes: must be a whole number"],
    [{ startFeeMinutes: -1 }, "startFeeMinutes: must be at least 0"],
    [{ startFeeMinutes: 200 }, "startFeeMinutes: must fit within authorisedMinutes"],
    [{ week: [] }, "week: must be an object"],
    [{ week: { monday: [] } }, "week.monday: must begin at 00:00"],
    [{ week: { funday: [] } }, "week.funday: unknown field"],
    [{ windows: [] }, "windows: must not be empty"],
    [{ windows: [{ id: "", names: {}, hourlyRate: 1 }] }, "windows.0.names.nl: is required"],
    [{ additionalTicketRule: "max" }, "additionalTicketRule: must be one of at-least, flat"],
    [{ timeZone: "Europe/Nowhere" }, "timeZone: must be a time zone, such as Europe/Amsterdam"],
    [{ rates: 5 }, "rates: must be an object"],
    [{ rates: { evening: 1 } }, "rates.evening: is none of the windows office, outside, weekend-holiday"],
    [{ rates: { office: -1 } }, "rates.office: must be cents an hour from 0 to 100000000"],
    [{ rates: { office: "100" } }, "rates.office: must be cents an hour from 0 to 100000000"],
  ] as readonly (readonly [unknown, string])[])("%j are refused: %s", (given, problem) => {
    expect(problemsOf(readTermsOver(base, given))).toContain(problem);
  });

  it("are told everything that is wrong at once", () => {
    expect(problemsOf(readTermsOver(base, { rates: { evening: 1 }, startFee: 1, vatPercent: 101 }))).toEqual([
      "rates.evening: is none of the windows office, outside, weekend-holiday",
      "startFee: unknown field",
      "vatPercent: must be a whole number from 0 to 100",
    ]);
    expect(problemsOf(readTermsOver(base, { vatPercent: 101, noticeMonths: 13 }))).toEqual([
      "vatPercent: must be a whole number from 0 to 100",
      "noticeMonths: must be a whole number from 0 to 12",
    ]);
  });

  it("are refused when they are not whole where whole ones are asked for", () => {
    expect(problemsOf(readTerms({ year: 2027 }))).toContain("week: is required");
  });
});
