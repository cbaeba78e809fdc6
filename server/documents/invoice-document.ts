import type { VatCategory } from "../../core/charges/vat.ts";

/**
 * The content of an invoice or credit note, as plain data for JSON: amounts are integer cents in a string (bigint in
 * core), minutes whole numbers, dates YYYY-MM-DD, everything else is already in words.
 */
export interface InvoiceDocument {
  readonly language: "nl" | "en";
  readonly kind: "invoice" | "credit-note";
  readonly number: string;
  /** The number of the invoice that a credit note corrects. */
  readonly corrects?: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly monthLabel: string;
  readonly provider: InvoiceProvider;
  readonly customer: InvoiceCustomer;
  readonly lines: readonly InvoiceDocumentLine[];
  readonly subtotalCents: string;
  /** One for each VAT rate (CE5). */
  readonly vat: readonly InvoiceDocumentVat[];
  readonly totalCents: string;
  /** Important notes in words: to whom VAT is reverse-charged (CE5), what is credited and why (CE7). */
  readonly notes?: readonly string[];
  /** The time and place of payment, in the invoice's language (M3). */
  readonly paymentSentence: string;
}

export interface InvoiceDocumentVat {
  readonly category: VatCategory;
  readonly percent: number;
  readonly subtotalCents: string;
  readonly vatCents: string;
}

export interface InvoiceProvider {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly chamberOfCommerce: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly mail: string;
  readonly bic?: string | undefined;
  readonly phone?: string | undefined;
}

export interface InvoiceCustomer {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly vatNumber?: string;
  /** What the customer wants to see on its invoices, such as the number of an order. */
  readonly reference?: string;
}

export interface InvoiceDocumentLine {
  /** The ticket's public reference, K26-00042; empty for a line without a ticket. */
  readonly reference: string;
  readonly title: string;
  readonly description: string;
  readonly windowLabel: string;
  /** The minutes charged by this invoice; null for a charge without time, such as a fixed price (T3). */
  readonly minutes: number | null;
  readonly rateCents: string | null;
  readonly amountCents: string;
  /**
   * The minutes charged by earlier invoices for the same key, so that the line can show both totals ("Charges, exactly"
   * 7).
   */
  readonly minutesBefore?: number;
  readonly amountBeforeCents?: string;
  /** The explanation of the amount: the contract's rules and a sentence for each step. */
  readonly rules: readonly string[];
  readonly derivation: readonly string[];
}
