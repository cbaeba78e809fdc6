import * as fc from "fast-check";
import type { OrganisationWork } from "../../core/charges/charge-work.ts";
import type {
  ChargedAuthorisation,
  ChargedExpense,
  ChargedTicket,
  ChargedVisit,
  Correction,
  WorkedEntry,
} from "../../core/charges/charged-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import type { AddendumTerms } from "../../core/contracts/addendum.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { addMonths, monthOf, type Month } from "../../core/values/month.ts";
import { anyTerms, anyTimeZone } from "./arbitrary-terms.ts";

/** A period in which anything can happen, with the rules of its years and the charged work under them. */
export interface Scenario {
  /** Most things happen around this local date, YYYY-MM-DD. */
  readonly stage: string;
  readonly timeZone: string;
  readonly termsOf: (year: number) => ContractTerms;
  readonly ownHolidays: readonly string[];
  readonly rulesOf: (year: number) => ChargeRules;
  /** The year of a quote's held rules, by its id. */
  readonly heldYears: ReadonlyMap<string, number>;
  readonly work: OrganisationWork;
  /** Work outside it, which is recorded later. */
  readonly late: WorkedEntry;
}

/** Clock changes, holidays, ends of months and years, and plain days. */
const days =
  "01-02 02-28 03-25 03-28 03-31 04-05 04-26 04-30 05-04 05-13 05-24 06-14 06-30 08-31 09-15 10-14 10-25 10-29 11-01 12-24 12-30";

const anyStage = fc
  .record({
    year: fc.oneof(fc.integer({ min: 2024, max: 2031 }), fc.integer({ min: 2001, max: 2098 })),
    day: fc.constantFrom(...days.split(" ")),
    later: fc.nat({ max: 2 }),
  })
  .map(({ year, day, later }) => Temporal.PlainDate.from(`${year}-${day}`).add({ days: later }));

/**
 * Minutes from 0:00 UTC of a stage. Near 8:45-9:15 and 16:45-17:15 Dutch time windows meet, and entries overlap there;
 * months end to the minute.
 */
function anyMinute(stage: Temporal.PlainDate): fc.Arbitrary<number> {
  const monthEnd = stage.with({ day: 1 }).add({ months: 1 }).toZonedDateTime("Europe/Amsterdam").toInstant();
  const untilMonthEnd = instantAt(stage, 0).until(monthEnd).total("minutes");
  return fc.oneof(
    fc.integer({ min: 6 * 60 + 45, max: 8 * 60 + 15 }),
    fc.integer({ min: 22 * 60, max: 26 * 60 }),
    fc.integer({ min: 0, max: 3 * 24 * 60 }),
    fc.integer({ min: -20 * 24 * 60, max: 20 * 24 * 60 }),
    fc.constantFrom(-20, -1, 0, 0, 1).map((minutes) => untilMonthEnd + minutes),
  );
}

const anyWhole = (max: number) => fc.nat({ max }).map((cents) => BigInt(cents));
const ticketIds = ["A", "B", "C"];
const anyTicketId = fc.constantFrom(...ticketIds);
const quoteIds = ["q1", "q2", "q3"];

function instantAt(stage: Temporal.PlainDate, minutes: number): Temporal.Instant {
  return stage.toZonedDateTime("UTC").toInstant().add({ minutes });
}

function anyTicket(id: string, stage: Temporal.PlainDate): fc.Arbitrary<ChargedTicket> {
  const moment = fc
    .record({ minute: anyMinute(stage), seconds: fc.constantFrom(0, 0, 1, 59) })
    .map(({ minute, seconds }) => instantAt(stage, minute).add({ seconds }));
  return fc.record({
    id: fc.constant(id),
    reference: fc.constantFrom(`T1${id}`, `T2${id}`),
    createdAt: fc.oneof(moment, fc.constant(instantAt(stage, 0))),
    isAdditional: fc.boolean(),
    numberInMonth: fc.integer({ min: 1, max: 20 }),
    startFeeMinutes: fc.constantFrom(0, 15, 40),
    isStartFeeWaived: fc.boolean(),
    outsideHoursAgreedAt: fc.option(moment, { nil: null }),
  });
}

type WithoutId<Thing> = Omit<Thing, "id">;

function anyEntry(stage: Temporal.PlainDate): fc.Arbitrary<WithoutId<WorkedEntry>> {
  return fc
    .record({
      ticketId: anyTicketId,
      step: fc.constantFrom("administration", "administration", "research", "resolution"),
      start: anyMinute(stage),
      minutes: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 200 }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 1440 }) },
      ),
      isChargeable: fc.constantFrom(true, true, true, false),
      authorisationId: fc.option(fc.constantFrom(...quoteIds), { nil: null }),
    })
    .map(({ start, minutes, ...entry }) => ({
      ...entry,
      start: instantAt(stage, start),
      end: instantAt(stage, start + minutes),
    }));
}

interface RawQuote {
  readonly ticketId: string;
  readonly kind: "work-order" | "hourly" | "one-price";
  readonly day: number;
  readonly heldYear: number | null;
  readonly amountCents: bigint;
  readonly isDelivered: boolean;
}

const anyQuote: fc.Arbitrary<RawQuote> = fc.record({
  ticketId: anyTicketId,
  kind: fc.constantFrom("work-order", "hourly", "hourly", "one-price"),
  day: fc.integer({ min: -3, max: 6 }),
  heldYear: fc.constantFrom(null, -1, 0, 1),
  amountCents: anyWhole(500_000),
  isDelivered: fc.boolean(),
});

function quoteOf(
  id: string,
  raw: RawQuote,
  stage: Temporal.PlainDate,
  rules: ChargeRules | null,
): ChargedAuthorisation {
  const date = stage.add({ days: raw.day });
  const { ticketId, kind, amountCents } = raw;
  const deliveredOn = raw.isDelivered ? date : null;
  return {
    id,
    ticketId,
    validUntil: kind === "work-order" ? null : date,
    heldRules: kind === "hourly" ? rules : null,
    fixedPrice: kind === "one-price" ? { amountCents, deliveredOn } : null,
  };
}

const anyAddendum: fc.Arbitrary<AddendumTerms> = fc.record<AddendumTerms>({
  visitHourlyRate: anyWhole(15_000),
  minimumVisitMinutes: fc.constantFrom(0, 60, 90),
  travel: fc.oneof(
    fc.record({ kind: fc.constant("per-kilometre" as const), centsPerKilometre: anyWhole(99) }),
    fc.record({ kind: fc.constant("fixed" as const), centsPerVisit: anyWhole(9999) }),
  ),
});

interface RawVisit extends WithoutId<Omit<ChargedVisit, "addendum">> {
  readonly addendum: 0 | 1;
}

function anyVisit(stage: Temporal.PlainDate): fc.Arbitrary<RawVisit> {
  return fc
    .record({
      ticketId: anyTicketId,
      start: anyMinute(stage),
      minutes: fc.integer({ min: 1, max: 300 }),
      kilometres: fc.nat({ max: 200 }),
      addendum: fc.constantFrom(0, 1),
    })
    .map(({ start, minutes, ...visit }) => ({
      ...visit,
      start: instantAt(stage, start),
      end: instantAt(stage, start + minutes),
    }));
}

const anyOwnVat = fc.constantFrom("standard" as const, "reduced" as const, "zero" as const);

function anyExpense(stage: Temporal.PlainDate): fc.Arbitrary<WithoutId<ChargedExpense>> {
  return fc
    .record({
      ticketId: anyTicketId,
      addendumId: fc.constantFrom("addendum 0", "addendum 1"),
      day: fc.integer({ min: -2, max: 3 }),
      description: fc.constant("parking"),
      amountCents: anyWhole(20_000),
      vat: anyOwnVat,
    })
    .map(({ day, ...expense }) => ({ ...expense, on: stage.add({ days: day }) }));
}

function monthNear(stage: Temporal.PlainDate, months: number): Month {
  return addMonths(monthOf(stage.toPlainYearMonth().toString()), months);
}

function anyCorrection(stage: Temporal.PlainDate): fc.Arbitrary<WithoutId<Correction>> {
  return fc.record({
    ticketId: anyTicketId,
    month: fc.constantFrom(0, 0, 1, -1).map((months) => monthNear(stage, months)),
    amountCents: fc.integer({ min: 1, max: 30_000 }).map((cents) => BigInt(cents)),
    vat: fc.constantFrom("standard", "standard", "reduced"),
    reason: fc.constant("took too long"),
  });
}

function anyWorkAt(stage: Temporal.PlainDate) {
  return fc.record({
    tickets: fc.tuple(anyTicket("A", stage), anyTicket("B", stage), anyTicket("C", stage)),
    entries: fc.array(anyEntry(stage), { maxLength: 7 }),
    late: anyEntry(stage),
    visits: fc.array(anyVisit(stage), { maxLength: 3 }),
    addenda: fc.tuple(anyAddendum, anyAddendum),
    expenses: fc.array(anyExpense(stage), { maxLength: 3 }),
    corrections: fc.array(anyCorrection(stage), { maxLength: 2 }),
    vatPositions: fc.uniqueArray(
      fc.record({
        from: fc.constantFrom(-1, 0, 1).map((months) => monthNear(stage, months)),
        position: fc.constantFrom("domestic", "domestic", "eu-business", "outside-eu"),
      }),
      { maxLength: 2, selector: ({ from }) => from },
    ),
    quotes: fc.tuple(anyQuote, anyQuote, anyQuote),
  });
}

type RawWork = ReturnType<typeof anyWorkAt> extends fc.Arbitrary<infer Value> ? Value : never;

/** The work in charging's own shape, without its quotes. */
function workOf({ tickets, entries, visits, expenses, corrections, vatPositions, addenda }: RawWork): OrganisationWork {
  const addendumOf = (which: 0 | 1) => ({ id: `addendum ${which}`, terms: addenda[which] });
  return {
    tickets,
    entries: withIds("e", entries),
    visits: withIds("v", visits).map((visit) => ({ ...visit, addendum: addendumOf(visit.addendum) })),
    expenses: withIds("x", expenses),
    corrections: withIds("c", corrections),
    vatPositions,
    authorisations: [],
    forgiven: [],
  };
}

function withIds<Thing>(letter: string, things: readonly Thing[]): readonly (Thing & { readonly id: string })[] {
  return things.map((thing, index) => ({ ...thing, id: `${letter}${index}` }));
}

const anyRulesAt = (stage: Temporal.PlainDate) =>
  fc.record({
    timeZone: anyTimeZone,
    evenYears: anyTerms,
    oddYears: anyTerms,
    ownHolidays: fc
      .array(fc.integer({ min: -1, max: 4 }), { maxLength: 2 })
      .map((later) => later.map((day) => stage.add({ days: day }).toString())),
  });

/** Two years of terms that may have nothing in common, and all kinds of work close together in time. */
export const anyScenario: fc.Arbitrary<Scenario> = anyStage
  .chain((stage) => fc.record({ stage: fc.constant(stage), rules: anyRulesAt(stage), raw: anyWorkAt(stage) }))
  .map(({ stage, rules: { timeZone, evenYears, oddYears, ownHolidays }, raw }) => {
    const termsOf = (year: number) => ({ ...(year % 2 === 0 ? evenYears : oddYears), year, timeZone });
    const known = new Map<number, ChargeRules>();
    const rulesOf = (year: number) => {
      const holidays = ownHolidays.map((date) => Temporal.PlainDate.from(date));
      const rules = known.get(year) ?? chargeRules(termsOf(year), holidays, timeZone);
      known.set(year, rules);
      return rules;
    };
    const heldYears = new Map<string, number>();
    const authorisations = raw.quotes.map((quote, index) => {
      const id = quoteIds[index] ?? "";
      const year = quote.heldYear === null ? null : stage.year + quote.heldYear;
      if (year !== null && quote.kind === "hourly") heldYears.set(id, year);
      return quoteOf(id, quote, stage, year === null ? null : rulesOf(year));
    });
    const late = { ...raw.late, id: "late" };
    const work: OrganisationWork = { ...workOf(raw), authorisations };
    return { stage: stage.toString(), timeZone, termsOf, ownHolidays, rulesOf, heldYears, work, late };
  });
