import { describe, expect, it } from "vitest";
import { officeWeek } from "../../core/calendar/week.ts";
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

  it("have names that can be seen and turn nothing", () => {
    const named = (nl: string) => ({
      windows: base.windows.map((window) => ({ ...window, names: { nl, en: "x" }, hourlyRate: 1 })),
    });
    const [first] = termsOf(readTermsOver(base, named(" dag\u202e\u200b "))).windows;
    expect(first?.names.nl).toBe("dag");
    expect(problemsOf(readTermsOver(base, named("\u3164")))).toContain("windows.0.names.nl: must not be empty");
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
    [{ timeZone: "Europe/Nowhere" }, "timeZone: must be Europe/Amsterdam, the provider's time zone"],
    [{ timeZone: "America/New_York" }, "timeZone: must be Europe/Amsterdam, the provider's time zone"],
    [{ officeOpens: "24:00" }, "officeOpens: must be a time of day as HH:MM, from 00:00 to 23:59"],
    [{ officeCloses: 17 }, "officeCloses: must be a time of day as HH:MM, from 00:00 to 23:59"],
    [{ officeCloses: "08:00" }, "officeCloses: the office must open (09:00) before it closes (08:00)"],
    [
      { officeOpens: "08:00", week: { friday: [{ from: "00:00", window: "office" }] } },
      "officeOpens: cannot be given beside week.friday",
    ],
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

  it("are told what is wrong with the rest beside what cannot be read at all", () => {
    const [office, ...others] = termsToJson(base)["windows"] as readonly object[];
    const windows = [{ ...office, hourlyRate: "x" }, ...others.map((window) => ({ ...window, id: "Nacht!" }))];
    const monday = [{ from: "00:00" }, { from: "0900", window: "office" }];
    const given = { windows, week: { monday, tuesday: [] }, startFeeMinutes: "x", noticeMonths: 13, what: 1 };
    expect(problemsOf(readTermsOver(base, given))).toEqual([
      "windows.0.hourlyRate: must be a number",
      "week.monday.0.window: is required",
      "startFeeMinutes: must be a number",
      "what: unknown field",
      "noticeMonths: must be a whole number from 0 to 12",
      "windows.1.id: must be small letters, digits and dashes",
      "windows.2.id: must be small letters, digits and dashes",
      "windows.2.id: is already a window",
      "week.monday.1.from: must be a time of day as HH:MM",
      "week.tuesday: must begin at 00:00",
    ]);
  });

  it("say nothing of what is only wrong beside a setting that cannot be read", () => {
    expect(problemsOf(readTermsOver(base, { startFeeMinutes: 200, authorisedMinutes: "300" }))).toEqual([
      "authorisedMinutes: must be a number",
    ]);
    expect(problemsOf(readTermsOver(base, { windows: 5, usualWindow: "day" }))).toEqual(["windows: must be an array"]);
    for (const wrong of [null, 7, "terms", []]) expect(problemsOf(readTerms(wrong))).toEqual([": must be an object"]);
  });

  it("may give the workdays other office hours, one of them as it was, and leave the weekend alone (M4)", () => {
    const saturday = [{ from: "00:00", window: "outside" }];
    const other = { ...base, week: { ...base.week, saturday } };
    const { week } = termsOf(readTermsOver(other, { officeOpens: "08:15" }));
    expect(week).toEqual({ ...officeWeek({ opens: "08:15", closes: "17:00" }), saturday });
    expect(termsOf(readTermsOver(other, { officeCloses: "18:00", week: { sunday: saturday } })).week).toEqual({
      ...officeWeek({ opens: "09:00", closes: "18:00" }),
      saturday,
      sunday: saturday,
    });
    const early = [{ from: "00:00", window: "office" }];
    const uneven = { ...base, week: { ...base.week, friday: early } };
    expect(problemsOf(readTermsOver(uneven, { officeOpens: "08:00" }))).toEqual([
      "officeCloses: is required, because the workdays of these terms have no office hours to keep",
    ]);
    expect(termsOf(readTermsOver(uneven, { officeOpens: "00:00", officeCloses: "12:00" })).week).toEqual(
      officeWeek({ opens: "00:00", closes: "12:00" }),
    );
  });

  it("keep a time zone that was published, unless they name one themselves (M4)", () => {
    const published = { ...base, timeZone: "America/New_York" };
    expect(termsOf(readTermsOver(published, { vatPercent: 20 })).timeZone).toBe("America/New_York");
    expect(termsOf(readTermsOver(published, { timeZone: "Europe/Amsterdam" }))).toEqual(base);
    expect(problemsOf(readTermsOver(published, { timeZone: "America/New_York" }))).toHaveLength(1);
  });

  it("are refused when they are not whole where whole ones are asked for", () => {
    expect(problemsOf(readTerms({ year: 2027 }))).toContain("week: is required");
  });
});
