import { describe, expect, it } from "vitest";
import { checkTerms } from "./check-terms.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "./terms.ts";

/** The contract as it is offered, in one place to hold beside its text. */
const offered: Omit<ContractTerms, "windows" | "week"> = {
  year: 2026,
  timeZone: "Europe/Amsterdam",
  usualWindow: "office",
  liberationDay: "lustrum",
  additionalTicketRate: 11_500n,
  additionalTicketRule: "at-least",
  ticketsPerMonth: 15,
  contactSeats: 2,
  startFeeMinutes: 15,
  authorisedMinutes: 2 * 60 + 15,
  researchMinutes: 2 * 60,
  researchWarnings: [30, 10],
  workOrderLimitMinutes: 8 * 60,
  vatPercent: 21,
  reducedVatPercent: 9,
  noticeMonths: 0,
  renewalFromMonth: 11,
  pickupAim: { days: 3, kind: "calendar" },
  paymentDays: 14,
};

const terms = defaultTerms(2026);

describe("the terms a provider starts with", () => {
  it("are the contract's numbers (P2, M3, M4, T1-T5, D2, B3, K3, K5)", () => {
    expect(terms).toMatchObject(offered);
    expect(terms.windows.map(({ id, hourlyRate }) => `${id} ${hourlyRate}`)).toEqual([
      "office 10000",
      "outside 12500",
      "weekend-holiday 14500",
    ]);
    expect(terms.week.friday.map(({ from, window }) => `${from} ${window}`)).toEqual([
      "00:00 outside",
      "09:00 office",
      "17:00 outside",
    ]);
  });
});

type Settings = { readonly [Name in keyof ContractTerms]: ContractTerms[Name] extends number ? Name : never };

/** Every setting that is one number, with the least and the most it can be; what goes with it where it must. */
const bounds: { readonly [Name in Settings[keyof Settings]]: readonly [number, number, Partial<ContractTerms>?] } = {
  year: [2000, 2099],
  contactSeats: [1, 2],
  startFeeMinutes: [0, 1440, { authorisedMinutes: 2000 }],
  authorisedMinutes: [0, 60_000, { startFeeMinutes: 0 }],
  researchMinutes: [0, 60_000, { researchWarnings: [] }],
  workOrderLimitMinutes: [0, 60_000],
  vatPercent: [0, 100],
  reducedVatPercent: [0, 100],
  noticeMonths: [0, 12],
  renewalFromMonth: [1, 12],
  paymentDays: [0, 365],
};

const pathsOf = (changes: Partial<ContractTerms>) =>
  checkTerms({ ...terms, ...changes }).map(({ path }) => path.join("."));

describe("a number of the terms", () => {
  it.each(Object.entries(bounds))("has its bounds and is whole: %s", (name, [least, most, besides]) => {
    const problems = (value: number) => pathsOf({ ...besides, [name]: value });
    expect([problems(least), problems(most)]).toEqual([[], []]);
    for (const value of [least - 1, most + 1, least + 0.5]) expect(problems(value)).toContain(name);
  });

  it("may be a limit of no tickets at all, and of as many as can be counted (T4)", () => {
    expect([0, 1_000_000].flatMap((ticketsPerMonth) => pathsOf({ ticketsPerMonth }))).toEqual([]);
    for (const ticketsPerMonth of [-1, 1_000_001]) expect(pathsOf({ ticketsPerMonth })).toEqual(["ticketsPerMonth"]);
  });

  it("aims at a day at least and a year at most (B3)", () => {
    const aim = (days: number) => pathsOf({ pickupAim: { days, kind: "working" } });
    expect([aim(1), aim(365)]).toEqual([[], []]);
    expect([aim(0), aim(366)]).toEqual([["pickupAim.days"], ["pickupAim.days"]]);
  });

  it("can be a rate of nothing, up to a million euro an hour (M4, T5)", () => {
    const rates = (cents: bigint) =>
      pathsOf({
        additionalTicketRate: cents,
        windows: standardWindows({ office: 10_000n, outside: cents, "weekend-holiday": 14_500n }),
      });
    expect([rates(0n), rates(100_000_000n)]).toEqual([[], []]);
    for (const cents of [-1n, 100_000_001n])
      expect(rates(cents)).toEqual(["additionalTicketRate", "windows.1.hourlyRate"]);
  });

  it("lets the start fee fill the ceiling, and a warning come with the last minute of research (T1, T2, D2)", () => {
    expect(pathsOf({ startFeeMinutes: 135 })).toEqual([]);
    expect(pathsOf({ researchWarnings: [120, 1] })).toEqual([]);
    for (const warning of [121, 0]) expect(pathsOf({ researchWarnings: [warning] })).toEqual(["researchWarnings"]);
  });
});

describe("a day of the week of the terms", () => {
  it("has each window begin later than the one before it, not with it (M4)", () => {
    const twice = [
      { from: "00:00", window: "outside" },
      { from: "09:00", window: "office" },
      { from: "09:00", window: "outside" },
    ];
    expect(pathsOf({ week: { ...terms.week, friday: twice } })).toEqual(["week.friday.2.from"]);
  });

  it("has a time of day for each window, and says so of the one that has none", () => {
    const friday = [
      { from: "noon", window: "outside" },
      { from: "09:00", window: "office" },
    ];
    expect(pathsOf({ week: { ...terms.week, friday } })).toEqual(["week.friday.0.from"]);
  });
});

describe("a window of the terms", () => {
  it("has a name in both languages (M4)", () => {
    const named = (nl: string, en: string) =>
      pathsOf({
        windows: terms.windows.map((window, place) => (place === 0 ? { ...window, names: { nl, en } } : window)),
      });
    expect(named("kantooruren", "office hours")).toEqual([]);
    for (const [nl, en] of [
      ["kantooruren", " "],
      ["", "office hours"],
    ] as const)
      expect(named(nl, en)).toEqual(["windows.0.names"]);
  });
});
