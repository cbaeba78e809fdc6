import * as fc from "fast-check";
import { type DayKind, type Week, type WindowStart } from "../../core/calendar/week.ts";
import { type ContractTerms, defaultTerms, type RateWindow } from "../../core/contracts/terms.ts";

/** Zones whose clocks change at odd times, by odd amounts, at midnight, or never; one skipped a day. */
const otherZones = [
  "UTC",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "America/Havana",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Asia/Beirut",
];

export const anyTimeZone = fc.oneof(
  { weight: 3, arbitrary: fc.constant("Europe/Amsterdam") },
  { weight: 1, arbitrary: fc.constantFrom(...otherZones) },
);

const anyRate = fc
  .oneof(fc.constantFrom(0, 1, 7, 11_500), fc.integer({ min: 5000, max: 20_001 }))
  .map((cents) => BigInt(cents));

function windowOf(id: string, hourlyRate: bigint): RateWindow {
  return { id, names: { nl: `${id} nl`, en: `${id} en` }, hourlyRate };
}

/** One to four windows of any rate. */
const anyWindows: fc.Arbitrary<readonly RateWindow[]> = fc
  .array(anyRate, { minLength: 1, maxLength: 4 })
  .map((rates) => rates.map((rate, index) => windowOf(["day", "eve", "night", "rest"][index] ?? "rest", rate)));

/** A day of up to four windows that begin at any minute. */
function anyDay(windows: readonly RateWindow[]): fc.Arbitrary<readonly WindowStart[]> {
  const ids = windows.map(({ id }) => id);
  const minute = fc.oneof(fc.constantFrom(60, 120, 150, 180, 540, 1020, 1439), fc.integer({ min: 1, max: 1439 }));
  return fc
    .record({
      minutes: fc.uniqueArray(minute, { maxLength: 3 }),
      names: fc.array(fc.constantFrom(...ids), { minLength: 4, maxLength: 4 }),
    })
    .map(({ minutes, names }) =>
      [0, ...minutes.toSorted((a, b) => a - b)].map((at, index) => ({ from: timeOf(at), window: names[index] ?? "" })),
    );
}

function timeOf(minute: number): string {
  return Temporal.PlainTime.from("00:00").add({ minutes: minute }).toString({ smallestUnit: "minute" });
}

function anyWeek(windows: readonly RateWindow[]): fc.Arbitrary<Week> {
  const day = anyDay(windows);
  const days: Record<DayKind, typeof day> = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
    holiday: day,
  };
  return fc.record(days);
}

type Hours = Pick<ContractTerms, "windows" | "week" | "usualWindow">;

const { windows, week, usualWindow } = defaultTerms(2026);

/** The hours of the standard contract, or any others. */
const anyHours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Hours>({ windows, week, usualWindow }) },
  {
    weight: 1,
    arbitrary: anyWindows.chain((some) =>
      fc.record<Hours>({
        windows: fc.constant(some),
        week: anyWeek(some),
        usualWindow: fc.constantFrom(...some.map(({ id }) => id)),
      }),
    ),
  },
);

/** Any values of the terms that charging reads. The user of the terms fills the year in. */
export const anyTerms: fc.Arbitrary<ContractTerms> = fc
  .record({
    hours: anyHours,
    liberationDay: fc.constantFrom("lustrum", "always", "never"),
    additionalTicketRate: anyRate,
    additionalTicketRule: fc.constantFrom("at-least", "flat"),
    vatPercent: fc.constantFrom(21, 21, 19, 0),
    reducedVatPercent: fc.constantFrom(9, 6),
  })
  .map(({ hours, ...changes }) => ({ ...defaultTerms(2026), ...hours, ...changes }));
