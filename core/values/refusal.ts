import type { Change } from "./change.ts";
import type { Names } from "./language.ts";
import type { Cents } from "./money.ts";

/**
 * Every refusal of the product, each with a stable code and the numbers a person needs. One place in the shell has its
 * HTTP status and its words in both languages (`server/refusals/<noun>.ts`).
 */
export type Refusal =
  | GeneralRefusal
  | SignInRefusal
  | StaffRefusal
  | OrganisationRefusal
  | ContractRefusal
  | TicketRefusal
  | FileRefusal
  | AuthorisationRefusal
  | TimeRefusal
  | ChargeRefusal
  | InvoiceRefusal
  | MailRefusal;

/** The refusal of one code, such as `RefusalOf<"busy">`. */
export type RefusalOf<Code extends Refusal["code"]> = { [C in Code]: Extract<Refusal, { code: C }> }[Code];

/** Refusals about any thing. */
export type GeneralRefusal =
  | { readonly code: "not-found" }
  | { readonly code: "not-allowed" }
  /** With the changes of others, and the version for a second attempt that knows them. */
  | { readonly code: "changed-meanwhile"; readonly changes?: readonly Change[]; readonly version?: number }
  | {
      readonly code: "transition-refused";
      readonly thing: LifecycleThing;
      readonly from: string;
      readonly action: string;
      /** The actions that are possible instead. */
      readonly possible: readonly string[];
      readonly changes?: readonly Change[];
    }
  | { readonly code: "invalid-input"; readonly fields: Readonly<Record<string, FieldProblem>> }
  | { readonly code: "reason-needed" }
  /** A form that is shown again as it was filled in, without being carried out. */
  | { readonly code: "not-sent" }
  | { readonly code: "sent-before" }
  | { readonly code: "busy" }
  | { readonly code: "too-many-mails"; readonly minutes: number };

export type SignInRefusal =
  | { readonly code: "code-wrong"; readonly attemptsLeft: number }
  | { readonly code: "code-expired" }
  | { readonly code: "code-used" }
  | { readonly code: "invitation-used" }
  /** Lapsed, replaced by a newer one, or of somebody who has no access. */
  | { readonly code: "invitation-over" }
  | { readonly code: "too-many-attempts"; readonly minutes: number };

/** Refusals about who works for the provider. */
export type StaffRefusal =
  | { readonly code: "own-access" }
  | { readonly code: "last-administrator" }
  | { readonly code: "is-suspended" };

/** Refusals about seats, and about a customer's VAT position. */
export type OrganisationRefusal =
  | { readonly code: "no-seat" }
  | { readonly code: "seat-unknown"; readonly seat: number; readonly seats: number }
  | { readonly code: "already-seated"; readonly seat: number }
  | { readonly code: "seat-vacant"; readonly seat: number }
  /** What keeps a customer from being archived: its contract's last day, the years of offers, some open tickets. */
  | {
      readonly code: "organisation-in-use";
      readonly until: string | null;
      readonly offered: readonly number[];
      readonly tickets: readonly string[];
    }
  | { readonly code: "organisation-archived" }
  | { readonly code: "organisation-not-archived" }
  | { readonly code: "already-signatory" }
  | { readonly code: "not-signatory" }
  | { readonly code: "last-signatory" }
  | { readonly code: "own-signature" }
  | { readonly code: "vat-month-invoiced"; readonly month: string }
  | { readonly code: "vat-number-needed" }
  | { readonly code: "vat-number-wrong" };

/** Refusals about contracts, addenda, terms and holidays. */
export type ContractRefusal =
  | { readonly code: "no-contract"; readonly on: string }
  | { readonly code: "renewal-too-early"; readonly from: string }
  | { readonly code: "no-addendum"; readonly on: string }
  | { readonly code: "addendum-open" }
  | { readonly code: "terms-not-published"; readonly year: number }
  | { readonly code: "terms-already-published"; readonly year: number }
  | { readonly code: "terms-year-begun"; readonly year: number }
  | { readonly code: "terms-other-time-zone"; readonly year: number; readonly timeZone: string }
  | { readonly code: "already-a-holiday"; readonly on: string; readonly changes?: readonly Change[] }
  | { readonly code: "month-invoiced"; readonly month: string };

export type TicketRefusal =
  | { readonly code: "urgency-is-ours" }
  | {
      readonly code: "additional-ticket-unconfirmed";
      readonly number: number;
      readonly ticketsPerMonth: number;
      readonly rates: readonly { readonly window: string; readonly names: Names; readonly cents: Cents }[];
    }
  | { readonly code: "ticket-closed" }
  | { readonly code: "answered-meanwhile" }
  | { readonly code: "message-needed" }
  | { readonly code: "article-needed" }
  | { readonly code: "case-number-needed" }
  | { readonly code: "step-backwards" }
  | { readonly code: "not-reopenable"; readonly outcome: "withdrawn" | "duplicate" | "ended-with-contract" }
  | { readonly code: "merge-target-closed"; readonly reference: string };

/** Refusals about files. */
export type FileRefusal =
  | { readonly code: "attachment-empty"; readonly name: string }
  | { readonly code: "attachment-too-large"; readonly name: string; readonly limitMegabytes: number }
  | { readonly code: "attachment-kind"; readonly name: string; readonly problem: "program" | "page" | "unknown" }
  | { readonly code: "too-many-attachments"; readonly limit: number }
  /** A file of a form that was not carried out; the file was not kept. */
  | { readonly code: "choose-again"; readonly name: string }
  | { readonly code: "uploads-full"; readonly limitMegabytes: number };

export type AuthorisationRefusal =
  | { readonly code: "authorisation-open" }
  | { readonly code: "authorisation-decided"; readonly changes?: readonly Change[] }
  | { readonly code: "authorisation-expired"; readonly on: string }
  | { readonly code: "authorisation-not-in-force" };

/** Refusals about time entries, visits and timers. */
export type TimeRefusal =
  | { readonly code: "entry-ends-before-start" }
  | { readonly code: "entry-too-long"; readonly limitHours: number }
  | { readonly code: "entry-outside-calendar" }
  | { readonly code: "entry-in-future" }
  | { readonly code: "entry-before-ticket" }
  | { readonly code: "entry-after-closing" }
  | { readonly code: "entry-overlaps"; readonly reference: string; readonly start: string; readonly end: string }
  | { readonly code: "entry-without-contract"; readonly on: string }
  | { readonly code: "final-invoice-issued" }
  | { readonly code: "beyond-ceiling"; readonly minutesLeft: number; readonly minutesAsked: number }
  | { readonly code: "no-such-local-time"; readonly local: string }
  | { readonly code: "local-time-twice"; readonly local: string }
  | { readonly code: "timer-running"; readonly reference: string }
  | { readonly code: "timer-not-running" }
  | { readonly code: "timer-forgotten"; readonly minutes: number; readonly limitHours: number }
  /** It stopped without minutes; its text is returned. */
  | { readonly code: "timer-too-short" };

/** Refusals about corrections, start fees, and charges as a file. */
export type ChargeRefusal =
  | { readonly code: "beyond-cost"; readonly leftCents: Cents; readonly askedCents: Cents }
  | { readonly code: "start-fee-waived"; readonly changes?: readonly Change[] }
  | { readonly code: "no-start-fee" }
  | { readonly code: "not-in-rate-format"; readonly reference: string }
  | { readonly code: "terms-not-in-rate-format"; readonly year: number };

export type InvoiceRefusal =
  | { readonly code: "month-not-over"; readonly month: string }
  | { readonly code: "nothing-to-invoice"; readonly month: string }
  | { readonly code: "preview-outdated" }
  | { readonly code: "provider-unknown" }
  | { readonly code: "series-begun"; readonly year: number }
  | { readonly code: "nothing-to-credit"; readonly invoice: string }
  | { readonly code: "already-credited"; readonly invoice: string; readonly positions: readonly number[] }
  | { readonly code: "beyond-invoice"; readonly leftCents: Cents; readonly askedCents: Cents };

export type MailRefusal =
  | { readonly code: "mail-accepted" }
  | { readonly code: "mail-is-code" }
  | { readonly code: "mail-under-way"; readonly invoice: string };

/**
 * The things with a lifecycle (`lifecycle.ts`). A ticket has three: its own, and the turn and step of an open ticket.
 */
export type LifecycleThing =
  | "contract"
  | "ticket"
  | "ticket-turn"
  | "ticket-step"
  | "authorisation"
  | "invoice"
  | "article";

/** The problems of one field of a form or request. The shell has the words. */
export type FieldProblem =
  | "required"
  | "not-ticked"
  | "too-long"
  | "too-short"
  | "not-a-date"
  | "not-a-time"
  | "not-whole-minute"
  | "not-a-number"
  | "not-an-amount"
  | "not-a-duration"
  | "too-early"
  | "in-future"
  | "not-whole"
  | "out-of-range"
  | "does-not-agree"
  | "clock-went-forward"
  | "clock-went-back"
  | "not-an-option"
  | "not-an-address"
  | "not-a-chamber-of-commerce-number"
  | "no-month-left"
  | "not-an-iban"
  | "not-a-bic"
  | "not-a-dutch-vat-number"
  | "wrong-check-digits"
  | "a-customer-already"
  | "given-twice"
  | "is-staff"
  | "gets-no-access"
  | "already-staff"
  | "is-contact"
  | "unknown-field"
  | "not-text";
