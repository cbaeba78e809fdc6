import type { Window } from "../calendar/windows.ts";
import type { AdditionalTicketRule } from "../contracts/terms.ts";
import type { Step } from "../tickets/step.ts";
import type { Cents } from "../values/money.ts";
import type { Month } from "../values/month.ts";

/** What charging needs to know of a ticket; what the terms said when it was created stays with it. (T2, T6) */
export interface ChargedTicket {
  readonly id: string;
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
  readonly isAdditional: boolean;
  readonly numberInMonth: number;
  readonly startFeeMinutes: number;
  /** A waived start fee is not charged, but covers administration all the same. */
  readonly isStartFeeWaived?: boolean;
  /** From when a contact agreed to work outside office hours; null when nobody did. (M5) */
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

/** Logged work: half-open, on whole minutes. */
export interface WorkedEntry {
  readonly id: string;
  readonly ticketId: string;
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
  /** The work order it was done under; it is charged as worked, and says so. (T3) */
  readonly authorisationId?: string;
}

export type ChargeKind = "start-fee" | "work";

/** An explained amount: one per ticket, month, kind and window. Source: contract "Charges, exactly" 4. */
export interface Charge {
  readonly ticketId: string;
  readonly reference: string;
  readonly month: Month;
  readonly kind: ChargeKind;
  readonly window: Window;
  readonly vatPercent: number;
  readonly minutes: number;
  readonly hourlyRateCents: Cents;
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

/**
 * Why a charge is what it is: the rule of the contract (CE4 is "Charges, exactly" 4) and its numbers. Plain JSON, so
 * that it can be stored with an invoice line; amounts are those of the charge itself. The shell has the words.
 */
export type Reason =
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
      readonly rule: "T5";
      readonly kind: "additional-ticket";
      readonly number: number;
      readonly ticketsPerMonth: number;
      readonly additionalTicketRule: AdditionalTicketRule;
    }
  | { readonly rule: "CE4"; readonly kind: "amount"; readonly minutes: number }
  | {
      readonly rule: "CE7";
      readonly kind: "already-invoiced";
      readonly minutesTotal: number;
      readonly minutesBefore: number;
    };
