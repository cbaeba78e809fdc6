import { describe, expect, it } from "vitest";
import { researchMinutesLeft, researchWarning } from "../authorisations/ceiling.ts";
import { type DayKind, officeWeek } from "../calendar/week.ts";
import { monthOfWork } from "../charges/testing/charge-examples.ts";
import { chargeMonth } from "../charges/charge-month.ts";
import {
  aimedFor,
  charged,
  chargedOn,
  chargesOfSixteenth,
  type Effect,
  kindOf,
  listed,
  partedAtCeiling,
  unconfirmed,
  vatOf,
} from "../charges/testing/setting-examples.ts";
import { dueOn } from "../invoices/propose-invoice.ts";
import { decideSeat } from "../organisations/seats.ts";
import type { PersonId } from "../values/ids.ts";
import { contractPeriod } from "./period.ts";
import { decideRenewal } from "./renewal.ts";
import { decideTermination } from "./termination.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "./terms.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const rates = { office: 10_000n, outside: 12_500n, "weekend-holiday": 14_500n };

const year2026 = { startsOn: day("2026-01-01"), endsOn: day("2026-12-31") };

/** Every setting of the contract: a new one does not compile until core is seen to execute it. */
const effects: { readonly [Name in keyof ContractTerms]: readonly Effect<ContractTerms>[] } = {
  year: [
    {
      to: { year: 2027 },
      ask: ({ year }) => {
        const period = contractPeriod({ signedOn: day("2026-10-01"), termsYear: year, currentEndsOn: null });
        return `${period?.startsOn.toString()} to ${period?.endsOn.toString()}`;
      },
      before: "2026-11-01 to 2026-12-31",
      after: "2027-01-01 to 2027-12-31",
    },
  ],
  timeZone: [
    {
      // In Lisbon it is an hour earlier, so the office is open until 18:00 of Amsterdam.
      to: { timeZone: "Europe/Lisbon" },
      ask: charged("16:30", "18:00"),
      before: "work office 30 x 10000 = 5000; work outside 60 x 12500 = 12500",
      after: "work office 90 x 10000 = 15000",
    },
  ],
  windows: [
    {
      to: { windows: standardWindows({ ...rates, office: 9000n }) },
      ask: charged("10:00", "11:00"),
      before: "work office 60 x 10000 = 10000",
      after: "work office 60 x 9000 = 9000",
    },
    {
      to: { windows: standardWindows(rates).toReversed() },
      ask: charged("16:30", "18:00"),
      before: "work office 30 x 10000 = 5000; work outside 60 x 12500 = 12500",
      after: "work outside 60 x 12500 = 12500; work office 30 x 10000 = 5000",
    },
  ],
  week: [
    {
      to: { week: officeWeek({ opens: "09:00", closes: "17:30" }) },
      ask: charged("16:30", "18:00"),
      before: "work office 30 x 10000 = 5000; work outside 60 x 12500 = 12500",
      after: "work office 60 x 10000 = 10000; work outside 30 x 12500 = 6250",
    },
  ],
  usualWindow: [
    {
      to: { usualWindow: "outside" },
      ask: charged("17:00", "18:00", { isStartFeeWaived: false, outsideHoursAgreedAt: null }),
      before: "start-fee office 15 x 10000 = 2500; work office 60 x 10000 = 10000",
      after: "start-fee outside 15 x 12500 = 3125; work outside 60 x 12500 = 12500",
    },
  ],
  liberationDay: [
    {
      to: { liberationDay: "always" },
      ask: chargedOn("2026-05-05"),
      before: "work office 60 x 10000 = 10000",
      after: "work weekend-holiday 60 x 14500 = 14500",
    },
    {
      to: { liberationDay: "never" },
      ask: chargedOn("2025-05-05"),
      before: "work weekend-holiday 60 x 14500 = 14500",
      after: "work office 60 x 10000 = 10000",
    },
  ],
  additionalTicketRate: [
    {
      to: { additionalTicketRate: 12_000n },
      ask: chargesOfSixteenth,
      before: "start-fee office 15 x 11500 = 2875",
      after: "start-fee office 15 x 12000 = 3000",
    },
  ],
  additionalTicketRule: [
    {
      to: { additionalTicketRule: "flat" },
      ask: charged("17:00", "18:00", { isAdditional: true, numberInMonth: 16 }),
      before: "work outside 60 x 12500 = 12500",
      after: "work outside 60 x 11500 = 11500",
    },
  ],
  ticketsPerMonth: [
    { to: { ticketsPerMonth: 20 }, ask: unconfirmed(16), before: "additional-ticket-unconfirmed", after: "made" },
    { to: { ticketsPerMonth: null }, ask: unconfirmed(999), before: "additional-ticket-unconfirmed", after: "made" },
    { to: { ticketsPerMonth: 5 }, ask: unconfirmed(6), before: "made", after: "additional-ticket-unconfirmed" },
    {
      to: { ticketsPerMonth: null },
      ask: chargesOfSixteenth,
      before: "start-fee office 15 x 11500 = 2875",
      after: "start-fee office 15 x 10000 = 2500",
    },
  ],
  contactSeats: [
    {
      to: { contactSeats: 1 },
      ask: (terms) => {
        const decided = decideSeat([], { kind: "give", number: 2, personId: "anna" as PersonId }, terms);
        return decided.ok ? decided.value.kind : decided.refusal.code;
      },
      before: "assigned",
      after: "seat-unknown",
    },
  ],
  startFeeMinutes: [
    {
      to: { startFeeMinutes: 30 },
      ask: chargesOfSixteenth,
      before: "start-fee office 15 x 11500 = 2875",
      after: "start-fee office 30 x 11500 = 5750",
    },
    {
      to: { startFeeMinutes: 0 },
      ask: partedAtCeiling,
      before: "120 left, charged until 10:00",
      after: "135 left, charged until 10:15",
    },
  ],
  authorisedMinutes: [
    {
      to: { authorisedMinutes: 240 },
      ask: partedAtCeiling,
      before: "120 left, charged until 10:00",
      after: "225 left, charged until 11:45",
    },
  ],
  researchMinutes: [
    {
      to: { researchMinutes: 90 },
      ask: (terms) => String(researchMinutesLeft({ researchMinutes: 50, minutesLeft: 100 }, terms)),
      before: "70",
      after: "40",
    },
  ],
  researchWarnings: [
    {
      to: { researchWarnings: [45, 5] },
      ask: (terms) => [40, 30, 8].map((left) => researchWarning(left, terms) ?? "none").join(", "),
      before: "none, 30, 10",
      after: "45, 45, 45",
    },
  ],
  workOrderLimitMinutes: [
    { to: { workOrderLimitMinutes: 479 }, ask: kindOf(480), before: "work-order", after: "quote" },
    { to: { workOrderLimitMinutes: 481 }, ask: kindOf(481), before: "quote", after: "work-order" },
  ],
  vatPercent: [
    {
      to: { vatPercent: 22 },
      ask: vatOf,
      before: "21% of 2500 = 525; 9% of 10000 = 900",
      after: "22% of 2500 = 550; 9% of 10000 = 900",
    },
  ],
  reducedVatPercent: [
    {
      to: { reducedVatPercent: 6 },
      ask: vatOf,
      before: "21% of 2500 = 525; 9% of 10000 = 900",
      after: "21% of 2500 = 525; 6% of 10000 = 600",
    },
  ],
  noticeMonths: [
    {
      to: { noticeMonths: 2 },
      ask: (terms) => {
        const ended = decideTermination({ recorded: "signed", period: year2026 }, day("2026-03-10"), terms);
        return ended.ok && "period" in ended.value ? ended.value.period.endsOn.toString() : "not terminated";
      },
      before: "2026-03-31",
      after: "2026-05-31",
    },
  ],
  renewalFromMonth: [
    {
      to: { renewalFromMonth: 9 },
      ask: (terms) => {
        const renewed = decideRenewal({ recorded: "signed", period: year2026 }, day("2026-09-01"), terms);
        return renewed.ok ? String(renewed.value.termsYear) : renewed.refusal.code;
      },
      before: "renewal-too-early",
      after: "2027",
    },
  ],
  pickupAim: [
    // Made on a Friday: three days later is Monday, three working days later Wednesday.
    { to: { pickupAim: { days: 3, kind: "working" } }, ask: aimedFor, before: "2026-10-05", after: "2026-10-07" },
    { to: { pickupAim: { days: 5, kind: "calendar" } }, ask: aimedFor, before: "2026-10-05", after: "2026-10-07" },
  ],
  paymentDays: [
    {
      to: { paymentDays: 30 },
      ask: (terms) => dueOn(day("2026-11-01"), terms).toString(),
      before: "2026-11-15",
      after: "2026-12-01",
    },
  ],
};

describe("no setting of the contract is without effect", () => {
  const terms = defaultTerms(2026);

  it.each(listed({ ...effects }))("$name: $before becomes $after", ({ name, to, ask, before, after }) => {
    expect(Object.keys(to)).toEqual([name]);
    expect(ask(terms)).toBe(before);
    expect(ask({ ...terms, ...to })).toBe(after);
  });

  /** In May 2026, of which the 14th is Ascension Day. */
  const dates: Readonly<Record<DayKind, string>> = {
    monday: "2026-05-18",
    tuesday: "2026-05-19",
    wednesday: "2026-05-20",
    thursday: "2026-05-21",
    friday: "2026-05-22",
    saturday: "2026-05-23",
    sunday: "2026-05-17",
    holiday: "2026-05-14",
  };

  it.each(Object.entries(dates))(
    "nor is the week's %s, of which only the hours are charged differently",
    (kind, date) => {
      const week = { ...terms.week, [kind]: [{ from: "00:00", window: "outside" }] };
      const changed = { ...terms, week };
      expect(chargedOn(date)(changed)).toBe("work outside 60 x 12500 = 12500");
      for (const other of Object.values(dates).filter((each) => each !== date))
        expect(chargedOn(other)(changed)).toBe(chargedOn(other)(terms));
    },
  );

  it("nor is what a window is called: a charge is told by it", () => {
    const windows = terms.windows.map((one) => ({ ...one, names: { nl: `${one.names.nl} hier`, en: "here" } }));
    expect(chargeMonth(monthOfWork("2026-10", { terms: { ...terms, windows } }))[0]?.windowNames).toEqual({
      nl: "kantooruren hier",
      en: "here",
    });
  });
});
