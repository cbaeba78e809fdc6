import { timeZone } from "../calendar/time-zone.ts";
import type { LiberationDayRule } from "../calendar/public-holidays.ts";
import { officeWeek, type StandardWindow, type Week, type Window } from "../calendar/week.ts";
import type { Names } from "../values/language.ts";
import type { Cents } from "../values/money.ts";

/** `at-least`: the additional rate replaces lower ones; dearer windows keep theirs. `flat`: it replaces all. (T5) */
export type AdditionalTicketRule = "at-least" | "flat";

/** Hours of the week with a rate of their own. (M4) */
export interface RateWindow {
  readonly id: Window;
  readonly names: Names;
  /** Cents an hour, excluding VAT. */
  readonly hourlyRate: Cents;
}

/** The numbers of the contract for one calendar year. Code reads all of them from here. */
export interface ContractTerms {
  readonly year: number;
  readonly timeZone: string;
  /** In the order in which charges list them. (M4) */
  readonly windows: readonly RateWindow[];
  /** Which window counts when, by local wall time. (M4) */
  readonly week: Week;
  /** The normal window of work. Other windows are charged only after a contact's agreement. (M5) */
  readonly usualWindow: Window;
  readonly liberationDay: LiberationDayRule;
  /** Cents an hour for tickets beyond `ticketsPerMonth`. (T4, T5) */
  readonly additionalTicketRate: Cents;
  readonly additionalTicketRule: AdditionalTicketRule;
  /** Null for any number of tickets; none is then additional. (T4) */
  readonly ticketsPerMonth: number | null;
  /** How many contacts an organisation designates. (P2) */
  readonly contactSeats: number;
  /** Minutes charged per created ticket. (T1) */
  readonly startFeeMinutes: number;
  /** Minutes that may be spent on a ticket without authorisation, start fee included. (T2) */
  readonly authorisedMinutes: number;
  /** Minutes of research before the customer is consulted. (D2) */
  readonly researchMinutes: number;
  /** The minutes of research left at which the meter warns, most first. (D2) */
  readonly researchWarnings: readonly number[];
  /** The longest work order; above it an authorisation is a quote. (T3) */
  readonly workOrderLimitMinutes: number;
  /** Per cent of VAT on all work; some costs have the reduced rate. (CE5) */
  readonly vatPercent: number;
  readonly reducedVatPercent: number;
  /** Whole months between terminating and the end of a contract. (K3) */
  readonly noticeMonths: number;
  /** The coming year can be signed for from the first day of this month (1-12) on. (K5) */
  readonly renewalFromMonth: number;
  /** An aim, never a promise. (B1, B3) */
  readonly pickupAim: { readonly days: number; readonly kind: "calendar" | "working" };
  /** Days between an invoice's date and its due date. (M3) */
  readonly paymentDays: number;
}

const standardNames: Readonly<Record<StandardWindow, Names>> = {
  office: { nl: "kantooruren", en: "office hours" },
  outside: { nl: "buiten kantooruren", en: "outside office hours" },
  "weekend-holiday": { nl: "weekend of feestdag", en: "weekend or public holiday" },
};

/** The windows of the standard contract, at rates in cents an hour. Source: contract M4. */
export function standardWindows(rates: Readonly<Record<StandardWindow, Cents>>): readonly RateWindow[] {
  const window = (id: StandardWindow): RateWindow => ({ id, names: standardNames[id], hourlyRate: rates[id] });
  return [window("office"), window("outside"), window("weekend-holiday")];
}

/** The terms of a calendar year before the provider changes any. Source: contract P2, M1-M5, T1-T5, D2, B3, K3, K5. */
export function defaultTerms(year: number): ContractTerms {
  return {
    year,
    timeZone,
    windows: standardWindows({ office: 10_000n, outside: 12_500n, "weekend-holiday": 14_500n }),
    week: officeWeek({ opens: "09:00", closes: "17:00" }),
    usualWindow: "office",
    liberationDay: "lustrum",
    additionalTicketRate: 11_500n,
    additionalTicketRule: "at-least",
    ticketsPerMonth: 15,
    contactSeats: 2,
    startFeeMinutes: 15,
    authorisedMinutes: 135,
    researchMinutes: 120,
    researchWarnings: [30, 10],
    workOrderLimitMinutes: 480,
    vatPercent: 21,
    reducedVatPercent: 9,
    noticeMonths: 0,
    renewalFromMonth: 11,
    pickupAim: { days: 3, kind: "calendar" },
    paymentDays: 14,
  };
}

/** The window of an id. Throws for an unknown one; checked terms and their charges never name one. (M4) */
export function windowOf(id: Window, terms: Pick<ContractTerms, "windows">): RateWindow {
  const found = terms.windows.find((window) => window.id === id);
  if (found === undefined) throw new Error(`the terms have no window ${id}`);
  return found;
}
