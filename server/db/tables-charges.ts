// Written from the catalogue by `npm run schema`; a test keeps it true.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type {
  AddendumId,
  ContractId,
  CorrectionId,
  ExpenseId,
  InvoiceId,
  OrganisationId,
  PersonId,
  TicketId,
  VisitId,
} from "../../core/values/ids.ts";

interface Addenda {
  organisation_id: OrganisationId;
  id: AddendumId;
  contract_id: ContractId;
  terms: ColumnType<unknown, string, string>;
  offered_by: PersonId | null;
  offered_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
  signed_on: Temporal.PlainDate | null;
  signed_by: PersonId | null;
  starts_on: Temporal.PlainDate | null;
  ends_on: Temporal.PlainDate | null;
}

interface Corrections {
  organisation_id: OrganisationId;
  id: CorrectionId;
  ticket_id: TicketId;
  month: string;
  amount_cents: bigint;
  vat: "standard" | "reduced" | "zero";
  reason: string;
  corrected_by: PersonId;
  corrected_at: Temporal.Instant;
  withdrawn_at: Temporal.Instant | null;
}

interface Expenses {
  organisation_id: OrganisationId;
  id: ExpenseId;
  ticket_id: TicketId;
  addendum_id: AddendumId;
  spent_on: Temporal.PlainDate;
  description: string;
  amount_cents: bigint;
  vat: "standard" | "reduced" | "zero";
  recorded_by: PersonId;
  recorded_at: Temporal.Instant;
  voided_at: Temporal.Instant | null;
}

interface ForgivenCharges {
  organisation_id: OrganisationId;
  credit_note_id: InvoiceId;
  position: number;
  ticket_id: TicketId;
  month: string;
  kind: "start-fee" | "work" | "quote" | "visit" | "travel" | "cost" | "correction";
  rate_window: string | null;
  source_id: string | null;
  vat_category: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  vat_percent: number;
  minutes: number;
  amount_cents: bigint;
  reason: string;
}

interface InvoiceDocuments {
  organisation_id: OrganisationId;
  invoice_id: InvoiceId;
  storage_key: string;
  sha256: string;
  made_at: Temporal.Instant;
}

interface InvoiceLines {
  organisation_id: OrganisationId;
  invoice_id: InvoiceId;
  position: number;
  month: string;
  ticket_id: TicketId;
  kind: "start-fee" | "work" | "quote" | "visit" | "travel" | "cost" | "correction";
  rate_window: string | null;
  vat_percent: number;
  hourly_rate_cents: bigint | null;
  minutes_total: number;
  minutes_before: number;
  amount_total_cents: bigint;
  amount_before_cents: bigint;
  amount_cents: bigint;
  reasons: ColumnType<unknown, string, string>;
  source_id: string | null;
  vat_category: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  window_names: ColumnType<unknown, string | null, string | null>;
}

interface InvoicePayments {
  organisation_id: OrganisationId;
  id: string;
  invoice_id: InvoiceId;
  paid_on: Temporal.PlainDate;
  amount_cents: bigint;
  recorded_by: PersonId;
  recorded_at: Temporal.Instant;
}

interface InvoiceSendings {
  organisation_id: OrganisationId;
  invoice_id: InvoiceId;
  sent_at: Temporal.Instant;
}

interface InvoiceVat {
  organisation_id: OrganisationId;
  invoice_id: InvoiceId;
  category: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  percent: number;
  subtotal_cents: bigint;
  vat_cents: bigint;
}

interface Invoices {
  organisation_id: OrganisationId;
  id: InvoiceId;
  number: string;
  kind: "invoice" | "credit-note";
  month: string;
  issued_on: Temporal.PlainDate;
  due_on: Temporal.PlainDate;
  subtotal_cents: bigint;
  vat_cents: bigint;
  total_cents: bigint;
  snapshot: ColumnType<unknown, string, string>;
  issued_by: PersonId | null;
  issued_at: Temporal.Instant;
  credits_id: InvoiceId | null;
  credit_mode: "rebill" | "forgive" | null;
  credit_reason: string | null;
}

interface VatPositions {
  organisation_id: OrganisationId;
  from_month: string;
  position: "domestic" | "eu-business" | "outside-eu";
  recorded_at: Temporal.Instant;
  vat_number: string | null;
}

interface Visits {
  organisation_id: OrganisationId;
  id: VisitId;
  ticket_id: TicketId;
  addendum_id: AddendumId;
  consultant_id: PersonId;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  minutes: GeneratedAlways<number>;
  kilometres: number;
  description: Generated<string>;
  recorded_at: Temporal.Instant;
  voided_at: Temporal.Instant | null;
}

export interface ChargeTables {
  addenda: Addenda;
  corrections: Corrections;
  expenses: Expenses;
  forgiven_charges: ForgivenCharges;
  invoice_documents: InvoiceDocuments;
  invoice_lines: InvoiceLines;
  invoice_payments: InvoicePayments;
  invoice_sendings: InvoiceSendings;
  invoice_vat: InvoiceVat;
  invoices: Invoices;
  vat_positions: VatPositions;
  visits: Visits;
}
