// Written from the catalogue by `npm run schema`; a test keeps it true.
import type { ColumnType, Generated } from "kysely";
import type {
  AuthorisationId,
  OrganisationId,
  PersonId,
  TicketId,
  TimeEntryId,
  VisitId,
} from "../../core/values/ids.ts";

interface Articles {
  id: string;
  organisation_id: OrganisationId | null;
  title: string;
  body: string;
  is_public: Generated<boolean>;
  written_by: PersonId;
  written_at: Temporal.Instant;
  version: Generated<number>;
  state: Generated<"draft" | "published" | "retired">;
}

interface BusyTimes {
  organisation_id: OrganisationId;
  entry_id: TimeEntryId | null;
  consultant_id: PersonId;
  during: string;
  visit_id: VisitId | null;
}

interface IdempotencyKeys {
  person_id: PersonId;
  key: string;
  organisation_id: OrganisationId | null;
  request_hash: Buffer;
  answer: ColumnType<unknown, string, string>;
  created_at: Temporal.Instant;
}

interface Installation {
  id: Generated<boolean>;
  is_demo: boolean;
  demo_is_complete: Generated<boolean>;
  clock_offset_seconds: Generated<bigint>;
  created_at: Temporal.Instant;
}

interface InvoiceCounters {
  year: number;
  last_number: number;
}

interface KeptForms {
  id: string;
  sealed: Buffer;
  network_hash: Buffer;
  kept_at: Temporal.Instant;
}

interface KnownBrowsers {
  browser_hash: Buffer;
  person_id: PersonId;
  signed_in_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}

interface OutgoingMails {
  id: string;
  kind: "notice" | "invoice" | "sign-in-code";
  organisation_id: OrganisationId | null;
  about_id: string;
  person_id: PersonId | null;
  state: Generated<"waiting" | "accepted" | "refused" | "given-up" | "stopped" | "needless">;
  made_at: Temporal.Instant;
  waiting_since: Temporal.Instant;
  ends_at: Temporal.Instant | null;
  next_try_at: Temporal.Instant;
  claimed_until: Temporal.Instant | null;
  tries: Generated<number>;
  tried_at: Temporal.Instant | null;
  address: string | null;
  problem:
    | "unreachable"
    | "interrupted"
    | "insecure"
    | "not-signed-in"
    | "sender-refused"
    | "not-now"
    | "relay-refused"
    | "receiver-later"
    | "receiver-refused"
    | "message-later"
    | "message-refused"
    | "too-large"
    | "not-an-address"
    | "not-made"
    | null;
  answer: string | null;
  settled_at: Temporal.Instant | null;
}

interface People {
  id: PersonId;
  name: string;
  mail_address: string;
  language: Generated<"nl" | "en">;
  staff_role: "consultant" | "administrator" | null;
  weekly_capacity_minutes: Generated<number>;
  deactivated_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
}

interface ProviderEventHead {
  id: Generated<boolean>;
  sequence: bigint;
  hash: Buffer;
}

interface ProviderEventPayloads {
  event_id: string;
  salt: Buffer;
  payload: ColumnType<unknown, string, string>;
}

interface ProviderEvents {
  sequence: bigint;
  id: string;
  at: Temporal.Instant;
  actor: string;
  person_id: PersonId | null;
  kind: string;
  subject: string;
  payload_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
}

interface ProviderHolidays {
  held_on: Temporal.PlainDate;
  name: string;
}

interface ProviderProfile {
  id: Generated<boolean>;
  name: string;
  address_lines: string[];
  chamber_of_commerce: string;
  vat_number: string;
  iban: string;
  mail_address: string;
}

interface RateLimits {
  bucket: string;
  window_started_at: Temporal.Instant;
  hits: number;
}

interface RefusedAccesses {
  id: string;
  minute: Temporal.Instant;
  reason: string;
  person_id: PersonId | null;
  organisation_id: OrganisationId | null;
  address: string;
  network: string;
  hits: number;
  last_at: Temporal.Instant;
  request_id: string;
}

interface RunningTimers {
  consultant_id: PersonId;
  organisation_id: OrganisationId;
  ticket_id: TicketId;
  step: "administration" | "research" | "resolution";
  started_at: Temporal.Instant;
  authorisation_id: AuthorisationId | null;
}

interface Sessions {
  token_hash: Buffer;
  id: string;
  person_id: PersonId;
  organisation_id: OrganisationId | null;
  created_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
  idle_expires_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
}

interface SignInCodes {
  id: string;
  person_id: PersonId | null;
  mail_address: string;
  code_hash: Buffer;
  link_hash: Buffer;
  browser_hash: Buffer;
  attempts: Generated<number>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
  is_warning: Generated<boolean>;
}

interface Terms {
  year: number;
  data: ColumnType<unknown, string, string>;
  published_at: Temporal.Instant;
}

interface VisibleHolidays {
  held_on: Temporal.PlainDate;
  name: string;
}

interface VisiblePeople {
  id: PersonId;
  name: string;
  is_staff: boolean;
}

interface VisibleProvider {
  name: string;
  address_lines: string[];
  chamber_of_commerce: string;
  vat_number: string;
  iban: string;
  mail_address: string;
}

interface VisibleTerms {
  year: number;
  data: ColumnType<unknown, string, string>;
  published_at: Temporal.Instant;
}

export interface ProviderTables {
  articles: Articles;
  busy_times: BusyTimes;
  idempotency_keys: IdempotencyKeys;
  installation: Installation;
  invoice_counters: InvoiceCounters;
  kept_forms: KeptForms;
  known_browsers: KnownBrowsers;
  outgoing_mails: OutgoingMails;
  people: People;
  provider_event_head: ProviderEventHead;
  provider_event_payloads: ProviderEventPayloads;
  provider_events: ProviderEvents;
  provider_holidays: ProviderHolidays;
  provider_profile: ProviderProfile;
  rate_limits: RateLimits;
  refused_accesses: RefusedAccesses;
  running_timers: RunningTimers;
  sessions: Sessions;
  sign_in_codes: SignInCodes;
  terms: Terms;
  visible_holidays: VisibleHolidays;
  visible_people: VisiblePeople;
  visible_provider: VisibleProvider;
  visible_terms: VisibleTerms;
}
