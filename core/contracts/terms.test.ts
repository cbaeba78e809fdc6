import { describe, expect, it } from "vitest";
import { officeWeek } from "../calendar/week.ts";
import { checkNewTerms, checkTerms } from "./check-terms.ts";
import { type ContractTerms, defaultTerms, windowOf } from "./terms.ts";
import { termsToJson } from "./terms-json.ts";

const terms = defaultTerms(2026);

const problemsOf = (changes: Partial<ContractTerms>) =>
  checkTerms({ ...terms, ...changes }).map(({ path, message }) => `${path.join(".")} ${message}`);

describe("contract terms", () => {
  it("are sound as the contract offers them", () => {
    expect(checkTerms(terms)).toEqual([]);
  });

  it("become plain JSON, cents as numbers", () => {
    const json: unknown = JSON.parse(JSON.stringify(termsToJson(terms)));
    expect(json).toMatchObject({
      additionalTicketRate: 11_500,
      windows: [{ id: "office", hourlyRate: 10_000 }, {}, {}],
    });
  });

  it("name their windows", () => {
    expect(windowOf("outside", terms).hourlyRate).toBe(12_500n);
    expect(() => windowOf("night", terms)).toThrow("night");
  });

  it("can say that there is no limit of tickets", () => {
    expect(problemsOf({ ticketsPerMonth: null })).toEqual([]);
  });
});

describe("new terms", () => {
  it("are by the provider's clock; those that were published by another are executed all the same (M4)", () => {
    expect(checkNewTerms(terms)).toEqual([]);
    for (const timeZone of ["America/New_York", "UTC", "Europe/Brussels"]) {
      const message = "must be Europe/Amsterdam, the provider's time zone";
      expect(checkNewTerms({ ...terms, timeZone })).toEqual([{ path: ["timeZone"], message }]);
      expect(checkTerms({ ...terms, timeZone })).toEqual([]);
    }
    expect(checkNewTerms({ ...terms, timeZone: "Mars/Olympus", vatPercent: 101 }).map(({ path }) => path)).toEqual([
      ["vatPercent"],
      ["timeZone"],
    ]);
  });
});

describe("terms that cannot be executed", () => {
  it.each<[Partial<ContractTerms>, string]>([
    [{ year: 1999 }, "year must be a whole number from 2000 to 2099"],
    [{ timeZone: "Mars/Olympus" }, "timeZone must be a time zone"],
    [{ ticketsPerMonth: -1 }, "ticketsPerMonth must be a whole number from 0"],
    [{ contactSeats: 3 }, "contactSeats must be a whole number from 1 to 2"],
    [{ vatPercent: 101 }, "vatPercent must be"],
    [{ noticeMonths: 1.5 }, "noticeMonths must be"],
    [{ renewalFromMonth: 13 }, "renewalFromMonth must be"],
    [{ pickupAim: { days: 0, kind: "working" } }, "pickupAim.days must be"],
    [{ additionalTicketRate: -1n }, "additionalTicketRate must be cents"],
    [{ startFeeMinutes: 150 }, "startFeeMinutes must fit within authorisedMinutes"],
    [{ researchWarnings: [130] }, "researchWarnings must be minutes within researchMinutes"],
    [{ usualWindow: "day" }, "usualWindow must be one of the windows"],
    [{ windows: [] }, "usualWindow must be one of the windows"],
    [{ windows: terms.windows.map((window) => ({ ...window, id: "office" })) }, "windows.1.id is already a window"],
    [{ windows: terms.windows.map((window) => ({ ...window, id: "Nacht!" })) }, "windows.0.id must be small letters"],
    [
      { windows: terms.windows.map((window) => ({ ...window, names: { nl: "", en: "x" } })) },
      "windows.0.names must be",
    ],
    [{ week: { ...terms.week, monday: [] } }, "week.monday must begin at 00:00"],
    [
      { week: { ...terms.week, friday: [{ from: "09:00", window: "office" }] } },
      "week.friday.0.from must begin at 00:00",
    ],
    [{ week: { ...terms.week, friday: [{ from: "00:00", window: "tea" }] } }, "week.friday.0.window must be one of"],
    [{ week: officeWeek({ opens: "17:00", closes: "9:00" }) }, "week.monday.2.from must be a time of day"],
    [{ week: officeWeek({ opens: "17:00", closes: "09:00" }) }, "week.monday.2.from must be later"],
  ])("are told so: %#", (changes, problem) => {
    expect(problemsOf(changes).some((line) => line.startsWith(problem))).toBe(true);
  });
});
