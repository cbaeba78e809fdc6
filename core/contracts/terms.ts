import type { Window } from "../calendar/windows.ts";
import type { LiberationDayRule } from "../calendar/public-holidays.ts";
import type { Cents } from "../values/money.ts";

/** `at-least`: the additional rate replaces lower ones, dearer windows keep theirs. `flat`: it replaces all. (T5) */
export type AdditionalTicketRule = "at-least" | "flat";

/** The numbers of the contract for one calendar year. Code reads them from here and knows none of its own. */
export interface ContractTerms {
  readonly year: number;
  readonly timeZone: string;
  /** Cents an hour, excluding VAT. (M4) */
  readonly rates: Readonly<Record<Window, Cents>>;
  /** Cents an hour for tickets beyond `ticketsPerMonth`. (T4, T5) */
  readonly additionalTicketRate: Cents;
  readonly additionalTicketRule: AdditionalTicketRule;
  readonly ticketsPerMonth: number;
  /** Minutes charged per created ticket. (T1) */
  readonly startFeeMinutes: number;
  /** Minutes a ticket may cost without authorisation, start fee included. (T2) */
  readonly authorisedMinutes: number;
  /** Minutes of research before the customer is consulted. (D2) */
  readonly researchMinutes: number;
  /** Up to here an authorisation is a work order, above it a quote. (T3) */
  readonly workOrderLimitMinutes: number;
  readonly vatPercent: number;
  /** Local wall times HH:MM of a workday. (M4) */
  readonly officeOpens: string;
  readonly officeCloses: string;
  readonly liberationDay: LiberationDayRule;
  /** Whole months between terminating and the end of a contract. (K3) */
  readonly noticeMonths: number;
  /** What is aimed for, never promised. (B1, B3) */
  readonly pickupAim: { readonly days: number; readonly kind: "calendar" | "working" };
  /** Days between an invoice's date and its due date. (M3) */
  readonly paymentDays: number;
}

/** The terms a provider starts a calendar year with. Source: contract M1-M4, T1-T5, D2, B3, K3. */
export function defaultTerms(year: number): ContractTerms {
  return {
    year,
    timeZone: "Europe/Amsterdam",
    rates: { office: 10_000n, outside: 12_500n, "weekend-holiday": 14_500n },
    additionalTicketRate: 11_500n,
    additionalTicketRule: "at-least",
    ticketsPerMonth: 15,
    startFeeMinutes: 15,
    authorisedMinutes: 135,
    researchMinutes: 120,
    workOrderLimitMinutes: 480,
    vatPercent: 21,
    officeOpens: "09:00",
    officeCloses: "17:00",
    liberationDay: "lustrum",
    noticeMonths: 0,
    pickupAim: { days: 3, kind: "calendar" },
    paymentDays: 14,
  };
}
