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
  organisationId: OrganisationId;
  id: AddendumId;
  contractId: ContractId;
  terms: ColumnType<unknown, string, string>;
  offeredBy: PersonId | null;
  offeredAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
  signedOn: Temporal.PlainDate | null;
  signedBy: PersonId | null;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
}

interface Corrections {
  organisationId: OrganisationId;
  id: CorrectionId;
  ticketId: TicketId;
  month: string;
  amountCents: bigint;
  vat: "standard" | "reduced" | "zero";
  reason: string;
  correctedBy: PersonId;
  correctedAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
}

interface Expenses {
  organisationId: OrganisationId;
  id: ExpenseId;
  ticketId: TicketId;
  addendumId: AddendumId;
  spentOn: Temporal.PlainDate;
  description: string;
  amountCents: bigint;
  vat: "standard" | "reduced" | "zero";
  recordedBy: PersonId;
  recordedAt: Temporal.Instant;
  voidedAt: Temporal.Instant | null;
}

interface ForgivenCharges {
  organisationId: OrganisationId;
  creditNoteId: InvoiceId;
  position: number;
  ticketId: TicketId;
  month: string;
  kind: "start-fee" | "work" | "quote" | "visit" | "travel" | "cost" | "correction";
  rateWindow: string | null;
  sourceId: string | null;
  vatCategory: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  vatPercent: number;
  minutes: number;
  amountCents: bigint;
  reason: string;
}

interface InvoiceDocuments {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
  storageKey: string;
  sha256: string;
  madeAt: Temporal.Instant;
}

interface InvoiceLines {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
  position: number;
  month: string;
  ticketId: TicketId;
  kind: "start-fee" | "work" | "quote" | "visit" | "travel" | "cost" | "correction";
  rateWindow: string | null;
  vatPercent: number;
  hourlyRateCents: bigint | null;
  minutesTotal: number;
  minutesBefore: number;
  amountTotalCents: bigint;
  amountBeforeCents: bigint;
  amountCents: bigint;
  reasons: ColumnType<unknown, string, string>;
  sourceId: string | null;
  vatCategory: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  windowNames: ColumnType<unknown, string | null, string | null>;
}

interface InvoicePayments {
  organisationId: OrganisationId;
  id: string;
  invoiceId: InvoiceId;
  paidOn: Temporal.PlainDate;
  amountCents: bigint;
  recordedBy: PersonId;
  recordedAt: Temporal.Instant;
}

interface InvoiceSendings {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
  sentAt: Temporal.Instant;
}

interface InvoiceVat {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
  category: "standard" | "reduced" | "zero" | "reverse-charge" | "outside-scope";
  percent: number;
  subtotalCents: bigint;
  vatCents: bigint;
}

interface Invoices {
  organisationId: OrganisationId;
  id: InvoiceId;
  number: string;
  kind: "invoice" | "credit-note";
  month: string;
  issuedOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  subtotalCents: bigint;
  vatCents: bigint;
  totalCents: bigint;
  snapshot: ColumnType<unknown, string, string>;
  issuedBy: PersonId | null;
  issuedAt: Temporal.Instant;
  creditsId: InvoiceId | null;
  creditMode: "rebill" | "forgive" | null;
  creditReason: string | null;
}

interface VatPositions {
  organisationId: OrganisationId;
  fromMonth: string;
  position: "domestic" | "eu-business" | "outside-eu";
  recordedAt: Temporal.Instant;
  vatNumber: string | null;
}

interface Visits {
  organisationId: OrganisationId;
  id: VisitId;
  ticketId: TicketId;
  addendumId: AddendumId;
  consultantId: PersonId;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  minutes: GeneratedAlways<number>;
  kilometres: number;
  description: Generated<string>;
  recordedAt: Temporal.Instant;
  voidedAt: Temporal.Instant | null;
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
