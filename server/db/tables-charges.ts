// Written from the catalogue by `npm run schema`; a test keeps it true.
import type { ColumnType } from "kysely";
import type { InvoiceId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";

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
  credits_id: string | null;
  credit_mode: "rebill" | "forgive" | null;
  credit_reason: string | null;
}

interface VatPositions {
  organisation_id: OrganisationId;
  from_month: string;
  position: string;
  recorded_at: Temporal.Instant;
}

export interface ChargeTables {
  invoice_documents: InvoiceDocuments;
  invoice_lines: InvoiceLines;
  invoice_payments: InvoicePayments;
  invoice_sendings: InvoiceSendings;
  invoice_vat: InvoiceVat;
  invoices: Invoices;
  vat_positions: VatPositions;
}
