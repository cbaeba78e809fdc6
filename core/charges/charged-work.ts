import type { AddendumTerms } from "../contracts/addendum.ts";
import type { Step } from "../tickets/step.ts";
import type { Cents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import type { OwnVat } from "../values/own-vat.ts";
import type { ChargeKey } from "./charge.ts";
import type { ChargeRules } from "./rules.ts";
import type { VatPosition } from "./vat.ts";

/** A ticket as charging knows it. It keeps the terms of its creation. (T2, T6) */
export interface ChargedTicket {
  readonly id: string;
  readonly reference: string;
  readonly createdAt: Temporal.Instant;
  readonly isAdditional: boolean;
  readonly numberInMonth: number;
  readonly startFeeMinutes: number;
  /** A waived start fee is not charged, but still covers administration. */
  readonly isStartFeeWaived?: boolean;
  /** The moment of a contact's agreement to work outside office hours; null without one. (M5) */
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
  /** The work order or quote of this work. (T3) */
  readonly authorisationId?: string | null;
}

/** An approved authorisation that entries name. (T3) */
export interface ChargedAuthorisation {
  readonly id: string;
  readonly ticketId: string;
  /** The last local date of a quote's hourly prices; null for a work order, which is charged as worked. */
  readonly validUntil: Temporal.PlainDate | null;
  /** The rules behind a quote's prices while it holds: those of its approval. Null: those of the month. */
  readonly heldRules: ChargeRules | null;
  /** A quote for one price: its entries cost nothing, and delivery charges the price. */
  readonly fixedPrice: { readonly amountCents: Cents; readonly deliveredOn: Temporal.PlainDate | null } | null;
}

/** A visit on site under a signed addendum. It belongs to the month of its beginning. (A3) */
export interface ChargedVisit {
  readonly id: string;
  readonly ticketId: string;
  readonly addendum: { readonly id: string; readonly terms: AddendumTerms };
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly kilometres: number;
}

/** Another cost under a signed addendum, excluding VAT, such as parking or a cable. (A3) */
export interface ChargedExpense {
  readonly id: string;
  readonly ticketId: string;
  readonly addendumId: string;
  readonly on: Temporal.PlainDate;
  readonly description: string;
  readonly amountCents: Cents;
  readonly vat: OwnVat;
}

/** A reduction of a ticket's costs in a month, with a reason for the customer. `amountCents` is above zero. (CE7) */
export interface Correction {
  readonly id: string;
  readonly ticketId: string;
  readonly month: Month;
  readonly amountCents: Cents;
  readonly vat: OwnVat;
  readonly reason: string;
}

/** The forgiven part of a charge: a credit forgave it, and it is not charged again. (CE7) */
export interface Forgiveness {
  readonly key: ChargeKey;
  readonly minutes: number;
  readonly amountCents: Cents;
  readonly reason: string;
  /** The credit note's number. */
  readonly creditNote: string;
}

/**
 * One organisation's month under the rules of its year. `entries` holds all entries of its tickets, also of other
 * months, because T1 needs them. Without `vatPosition` the customer is domestic.
 */
export interface MonthToCharge {
  readonly rules: ChargeRules;
  readonly month: Month;
  readonly tickets: readonly ChargedTicket[];
  readonly entries: readonly WorkedEntry[];
  readonly vatPosition?: VatPosition;
  readonly authorisations?: readonly ChargedAuthorisation[];
  readonly visits?: readonly ChargedVisit[];
  readonly expenses?: readonly ChargedExpense[];
  readonly corrections?: readonly Correction[];
  readonly forgiven?: readonly Forgiveness[];
}
