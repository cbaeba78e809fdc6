import type { Window } from "../calendar/week.ts";
import type { AdditionalTicketRule } from "../contracts/terms.ts";
import type { Step } from "../tickets/step.ts";
import type { Names } from "../values/language.ts";
import type { Cents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import type { Vat } from "./vat.ts";

/** The kinds of charge, in the order of a ticket's list. */
export const chargeKinds = ["start-fee", "work", "quote", "visit", "travel", "cost", "correction"] as const;

export type ChargeKind = (typeof chargeKinds)[number];

/** The identity of a charge across invoices: amounts with the same key are of the same work. (CE7) */
export interface ChargeKey {
  readonly ticketId: string;
  readonly month: Month;
  readonly kind: ChargeKind;
  /** Null for a charge that does not depend on the clock. */
  readonly window: Window | null;
  /** The quote, addendum or correction behind the amount; null for ordinary work. */
  readonly sourceId: string | null;
  readonly vat: Vat;
}

/** An explained amount, in cents excluding VAT, one for each key. Source: contract "Charges, exactly" 4. */
export interface Charge extends ChargeKey {
  readonly reference: string;
  /** The names of the window; null without one. */
  readonly windowNames: Names | null;
  /** 0 for a charge that is not by time. */
  readonly minutes: number;
  /** Null for a charge that is not by time. */
  readonly hourlyRateCents: Cents | null;
  readonly amountCents: Cents;
  readonly reasons: readonly Reason[];
}

/** A stretch of work that a charge counts; `start` and `end` are instants in ISO 8601. */
export interface CountedWork {
  readonly entryId: string;
  readonly step: Step;
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
}

/** A visit that a charge counts; `chargedMinutes` are at least the addendum's minimum. */
export interface CountedVisit {
  readonly visitId: string;
  readonly start: string;
  readonly end: string;
  readonly chargedMinutes: number;
  readonly kilometres: number;
}

/** A cost that a charge counts; `on` is a local date. */
export interface CountedExpense {
  readonly expenseId: string;
  readonly on: string;
  readonly description: string;
  readonly amountCents: number;
}

/**
 * The reason for an amount: the rule of the contract (CE4 is "Charges, exactly" 4) and its numbers. Plain JSON, because
 * it is stored with an invoice line; cents are ordinary whole numbers here. `explainCharge` has the words.
 */
export type Reason = WorkReason | AmountReason | OnSiteReason;

type WorkReason =
  | { readonly rule: "T1"; readonly kind: "start-fee"; readonly minutes: number }
  | { readonly rule: "T1"; readonly kind: "covered-administration"; readonly minutes: number }
  | {
      readonly rule: "M4";
      readonly kind: "window-minutes";
      readonly window: Window;
      readonly minutes: number;
      readonly entries: readonly CountedWork[];
    }
  | {
      readonly rule: "M5";
      readonly kind: "outside-not-agreed";
      readonly minutes: number;
      readonly entries: readonly CountedWork[];
    }
  | { readonly rule: "T3"; readonly kind: "authorised"; readonly authorisationId: string; readonly minutes: number }
  | {
      readonly rule: "T3";
      readonly kind: "held-prices";
      readonly authorisationId: string;
      readonly validUntil: string;
      readonly termsYear: number;
    }
  | {
      readonly rule: "T3";
      readonly kind: "fixed-price";
      readonly authorisationId: string;
      readonly deliveredOn: string;
    };

type AmountReason =
  | {
      readonly rule: "T5";
      readonly kind: "additional-ticket";
      readonly number: number;
      readonly ticketsPerMonth: number | null;
      readonly additionalTicketRule: AdditionalTicketRule;
    }
  | { readonly rule: "CE4"; readonly kind: "amount"; readonly minutes: number; readonly amountCents: number }
  | { readonly rule: "CE5"; readonly kind: "vat-elsewhere"; readonly category: "reverse-charge" | "outside-scope" }
  | { readonly rule: "CE7"; readonly kind: "corrected"; readonly reason: string }
  | {
      readonly rule: "CE7";
      readonly kind: "forgiven";
      readonly minutes: number;
      readonly amountCents: number;
      readonly reason: string;
      readonly creditNote: string;
    }
  | { readonly rule: "CE7"; readonly kind: "credited"; readonly invoice: string; readonly reason: string }
  | {
      readonly rule: "CE7";
      readonly kind: "already-invoiced";
      readonly minutesTotal: number;
      readonly minutesBefore: number;
      readonly amountTotalCents: number;
      readonly amountBeforeCents: number;
    };

type OnSiteReason =
  | {
      readonly rule: "A3";
      readonly kind: "visits";
      readonly minimumMinutes: number;
      readonly visits: readonly CountedVisit[];
    }
  | {
      readonly rule: "A3";
      readonly kind: "travel-distance";
      readonly kilometres: number;
      readonly centsPerKilometre: number;
    }
  | { readonly rule: "A3"; readonly kind: "travel-fixed"; readonly visits: number; readonly centsPerVisit: number }
  | { readonly rule: "A3"; readonly kind: "costs"; readonly expenses: readonly CountedExpense[] };

/** The key as one text, equal for equal keys. Source: contract "Charges, exactly" 7. */
export function textOfKey({ month, ticketId, kind, window, sourceId, vat }: ChargeKey): string {
  return JSON.stringify([month, ticketId, kind, window, sourceId, vat.category, vat.percent]);
}
