// Written from the catalogue by `npm run schema`; a test keeps it true.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type {
  AttachmentId,
  AuthorisationId,
  ContractId,
  MessageId,
  OrganisationId,
  PersonId,
  TicketId,
  TimeEntryId,
} from "../../core/values/ids.ts";

interface Attachments {
  organisationId: OrganisationId;
  id: AttachmentId;
  ticketId: TicketId | null;
  messageId: MessageId | null;
  name: string;
  mediaType: string;
  sizeBytes: bigint;
  sha256: string;
  storageKey: string;
  uploadedBy: PersonId;
  uploadedAt: Temporal.Instant;
}

interface Authorisations {
  organisationId: OrganisationId;
  id: AuthorisationId;
  ticketId: TicketId;
  kind: "work-order" | "quote";
  minutes: number;
  estimateCents: bigint;
  windows: string[];
  explanation: string;
  validUntil: Temporal.PlainDate | null;
  state: Generated<"requested" | "approved" | "declined" | "withdrawn" | "delivered">;
  requestedBy: PersonId;
  requestedAt: Temporal.Instant;
  decidedBy: PersonId | null;
  decidedAt: Temporal.Instant | null;
  declineReason: string | null;
  version: Generated<number>;
  fixedPriceCents: bigint | null;
  termsYear: number;
  deliveredOn: Temporal.PlainDate | null;
  deliveredBy: PersonId | null;
  markup: Generated<"markdown" | "as-typed">;
}

interface ContractRecordings {
  organisationId: OrganisationId;
  contractId: ContractId;
  recordedBy: PersonId;
  recordedAt: Temporal.Instant;
  confirmedBy: string | null;
  confirmedAt: Temporal.Instant | null;
}

interface Contracts {
  organisationId: OrganisationId;
  id: ContractId;
  termsYear: number;
  signedOn: Temporal.PlainDate | null;
  signedBy: PersonId | null;
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
  offeredAt: Temporal.Instant | null;
  terminatedAt: Temporal.Instant | null;
  withdrawnAt: Temporal.Instant | null;
}

interface EventHeads {
  organisationId: OrganisationId;
  sequence: bigint;
  hash: Buffer;
}

interface EventPayloads {
  organisationId: OrganisationId;
  eventId: string;
  salt: Buffer;
  payload: ColumnType<unknown, string, string>;
}

interface Events {
  organisationId: OrganisationId;
  sequence: bigint;
  id: string;
  at: Temporal.Instant;
  actor: string;
  personId: PersonId | null;
  kind: string;
  subject: string;
  isVisible: boolean;
  payloadHash: Buffer;
  previousHash: Buffer;
  hash: Buffer;
}

interface MonthCounters {
  organisationId: OrganisationId;
  month: string;
  lastNumber: number;
  lastCreatedAt: Temporal.Instant | null;
}

interface OrganisationNotes {
  organisationId: OrganisationId;
  body: string;
}

interface Organisations {
  organisationId: OrganisationId;
  name: string;
  addressLines: Generated<string[]>;
  invoiceMailAddress: string;
  vatNumber: string | null;
  language: Generated<"nl" | "en">;
  createdAt: Temporal.Instant;
  chamberOfCommerce: string | null;
  phone: string | null;
  purchaseReference: string | null;
  archivedAt: Temporal.Instant | null;
  openCents: Generated<bigint>;
}

interface Seats {
  organisationId: OrganisationId;
  seatNumber: number;
  personId: PersonId;
  assignedAt: Temporal.Instant;
}

interface Signatories {
  organisationId: OrganisationId;
  personId: PersonId;
  appointedAt: Temporal.Instant;
}

interface TicketArticles {
  organisationId: OrganisationId;
  ticketId: TicketId;
  articleId: string;
}

interface TicketMessages {
  organisationId: OrganisationId;
  id: MessageId;
  ticketId: TicketId;
  authorId: PersonId;
  authorIsStaff: boolean;
  body: string;
  isSolution: Generated<boolean>;
  writtenAt: Temporal.Instant;
  markup: Generated<"markdown" | "as-typed">;
}

interface TicketNotes {
  organisationId: OrganisationId;
  id: string;
  ticketId: TicketId;
  authorId: PersonId;
  body: string;
  writtenAt: Temporal.Instant;
  markup: Generated<"markdown" | "as-typed">;
}

interface Tickets {
  organisationId: OrganisationId;
  id: TicketId;
  reference: string;
  title: string;
  description: string;
  createdBy: PersonId;
  createdAt: Temporal.Instant;
  month: string;
  numberInMonth: number;
  isAdditional: boolean;
  termsYear: number;
  startFeeMinutes: number;
  authorisedMinutes: number;
  administrationMinutes: Generated<number>;
  researchMinutes: Generated<number>;
  resolutionMinutes: Generated<number>;
  notChargedMinutes: Generated<number>;
  chargeableMinutes: GeneratedAlways<number>;
  outsideHoursAgreedAt: Temporal.Instant | null;
  step: Generated<"administration" | "research" | "resolution">;
  status: Generated<"open" | "closed">;
  waitsFor: Generated<"provider" | "customer" | "authorisation" | "microsoft" | "planning">;
  waitingSince: Temporal.Instant;
  urgency: "low" | "normal" | "high" | "critical" | null;
  assigneeId: PersonId | null;
  pickedUpAt: Temporal.Instant | null;
  outcome:
    | "solved"
    | "workaround"
    | "redesign"
    | "escalated"
    | "not-solved"
    | "withdrawn"
    | "duplicate"
    | "ended-with-contract"
    | null;
  closedAt: Temporal.Instant | null;
  noArticleReason: string | null;
  hasUninvoicedWork: Generated<boolean>;
  lastActivityAt: Temporal.Instant;
  version: Generated<number>;
  startFeeWaivedAt: Temporal.Instant | null;
  startFeeWaivedReason: string | null;
  quotedMinutes: Generated<number>;
  microsoftCase: string | null;
  duplicateOf: TicketId | null;
  reopenedAt: Temporal.Instant | null;
  markup: Generated<"markdown" | "as-typed">;
  urgencyReason: string | null;
  followUpOn: Temporal.PlainDate | null;
}

interface TimeEntries {
  organisationId: OrganisationId;
  id: TimeEntryId;
  ticketId: TicketId;
  consultantId: PersonId;
  step: "administration" | "research" | "resolution";
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  minutes: GeneratedAlways<number>;
  isChargeable: boolean;
  reason: string | null;
  description: Generated<string>;
  recordedAt: Temporal.Instant;
  voidedAt: Temporal.Instant | null;
  authorisationId: AuthorisationId | null;
}

export interface CustomerTables {
  attachments: Attachments;
  authorisations: Authorisations;
  contract_recordings: ContractRecordings;
  contracts: Contracts;
  event_heads: EventHeads;
  event_payloads: EventPayloads;
  events: Events;
  month_counters: MonthCounters;
  organisation_notes: OrganisationNotes;
  organisations: Organisations;
  seats: Seats;
  signatories: Signatories;
  ticket_articles: TicketArticles;
  ticket_messages: TicketMessages;
  ticket_notes: TicketNotes;
  tickets: Tickets;
  time_entries: TimeEntries;
}
