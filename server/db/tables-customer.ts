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
  organisation_id: OrganisationId;
  id: AttachmentId;
  ticket_id: TicketId | null;
  message_id: MessageId | null;
  name: string;
  media_type: string;
  size_bytes: bigint;
  sha256: string;
  storage_key: string;
  uploaded_by: PersonId;
  uploaded_at: Temporal.Instant;
}

interface Authorisations {
  organisation_id: OrganisationId;
  id: AuthorisationId;
  ticket_id: TicketId;
  kind: "work-order" | "quote";
  minutes: number;
  estimate_cents: bigint;
  windows: string[];
  explanation: string;
  valid_until: Temporal.PlainDate | null;
  state: Generated<"requested" | "approved" | "declined" | "withdrawn" | "delivered">;
  requested_by: PersonId;
  requested_at: Temporal.Instant;
  decided_by: PersonId | null;
  decided_at: Temporal.Instant | null;
  decline_reason: string | null;
  version: Generated<number>;
  fixed_price_cents: bigint | null;
  terms_year: number;
  delivered_on: Temporal.PlainDate | null;
  delivered_by: PersonId | null;
  markup: Generated<"markdown" | "as-typed">;
}

interface Contracts {
  organisation_id: OrganisationId;
  id: ContractId;
  terms_year: number;
  signed_on: Temporal.PlainDate | null;
  signed_by: PersonId | null;
  starts_on: Temporal.PlainDate | null;
  ends_on: Temporal.PlainDate | null;
  offered_at: Temporal.Instant | null;
  terminated_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

interface EventHeads {
  organisation_id: OrganisationId;
  sequence: bigint;
  hash: Buffer;
}

interface EventPayloads {
  organisation_id: OrganisationId;
  event_id: string;
  salt: Buffer;
  payload: ColumnType<unknown, string, string>;
}

interface Events {
  organisation_id: OrganisationId;
  sequence: bigint;
  id: string;
  at: Temporal.Instant;
  actor: string;
  person_id: PersonId | null;
  kind: string;
  subject: string;
  is_visible: boolean;
  payload_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
}

interface MonthCounters {
  organisation_id: OrganisationId;
  month: string;
  last_number: number;
  last_created_at: Temporal.Instant | null;
}

interface Organisations {
  organisation_id: OrganisationId;
  name: string;
  address_lines: Generated<string[]>;
  invoice_mail_address: string;
  vat_number: string | null;
  language: Generated<"nl" | "en">;
  created_at: Temporal.Instant;
}

interface Seats {
  organisation_id: OrganisationId;
  seat_number: number;
  person_id: PersonId;
  assigned_at: Temporal.Instant;
}

interface Signatories {
  organisation_id: OrganisationId;
  person_id: PersonId;
  appointed_at: Temporal.Instant;
}

interface TicketArticles {
  organisation_id: OrganisationId;
  ticket_id: TicketId;
  article_id: string;
}

interface TicketMessages {
  organisation_id: OrganisationId;
  id: MessageId;
  ticket_id: TicketId;
  author_id: PersonId;
  author_is_staff: boolean;
  body: string;
  is_solution: Generated<boolean>;
  written_at: Temporal.Instant;
  markup: Generated<"markdown" | "as-typed">;
}

interface TicketNotes {
  organisation_id: OrganisationId;
  id: string;
  ticket_id: TicketId;
  author_id: PersonId;
  body: string;
  written_at: Temporal.Instant;
  markup: Generated<"markdown" | "as-typed">;
}

interface Tickets {
  organisation_id: OrganisationId;
  id: TicketId;
  reference: string;
  title: string;
  description: string;
  created_by: PersonId;
  created_at: Temporal.Instant;
  month: string;
  number_in_month: number;
  is_additional: boolean;
  terms_year: number;
  start_fee_minutes: number;
  authorised_minutes: number;
  administration_minutes: Generated<number>;
  research_minutes: Generated<number>;
  resolution_minutes: Generated<number>;
  not_charged_minutes: Generated<number>;
  chargeable_minutes: GeneratedAlways<number>;
  outside_hours_agreed_at: Temporal.Instant | null;
  step: Generated<"administration" | "research" | "resolution">;
  status: Generated<"open" | "closed">;
  waits_for: Generated<"provider" | "customer" | "authorisation" | "microsoft" | "planning">;
  waiting_since: Temporal.Instant;
  urgency: "low" | "normal" | "high" | "critical" | null;
  assignee_id: PersonId | null;
  picked_up_at: Temporal.Instant | null;
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
  closed_at: Temporal.Instant | null;
  no_article_reason: string | null;
  has_uninvoiced_work: Generated<boolean>;
  last_activity_at: Temporal.Instant;
  version: Generated<number>;
  start_fee_waived_at: Temporal.Instant | null;
  start_fee_waived_reason: string | null;
  quoted_minutes: Generated<number>;
  microsoft_case: string | null;
  duplicate_of: TicketId | null;
  reopened_at: Temporal.Instant | null;
  markup: Generated<"markdown" | "as-typed">;
}

interface TimeEntries {
  organisation_id: OrganisationId;
  id: TimeEntryId;
  ticket_id: TicketId;
  consultant_id: PersonId;
  step: "administration" | "research" | "resolution";
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  minutes: GeneratedAlways<number>;
  is_chargeable: boolean;
  reason: string | null;
  description: Generated<string>;
  recorded_at: Temporal.Instant;
  voided_at: Temporal.Instant | null;
  authorisation_id: AuthorisationId | null;
}

export interface CustomerTables {
  attachments: Attachments;
  authorisations: Authorisations;
  contracts: Contracts;
  event_heads: EventHeads;
  event_payloads: EventPayloads;
  events: Events;
  month_counters: MonthCounters;
  organisations: Organisations;
  seats: Seats;
  signatories: Signatories;
  ticket_articles: TicketArticles;
  ticket_messages: TicketMessages;
  ticket_notes: TicketNotes;
  tickets: Tickets;
  time_entries: TimeEntries;
}
