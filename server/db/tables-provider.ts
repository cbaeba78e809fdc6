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
  organisationId: OrganisationId | null;
  title: string;
  body: string;
  isPublic: Generated<boolean>;
  writtenBy: PersonId;
  writtenAt: Temporal.Instant;
  version: Generated<number>;
  state: Generated<"draft" | "published" | "retired">;
}

interface BusyTimes {
  organisationId: OrganisationId;
  entryId: TimeEntryId | null;
  consultantId: PersonId;
  during: string;
  visitId: VisitId | null;
}

interface IdempotencyKeys {
  personId: PersonId;
  key: string;
  organisationId: OrganisationId | null;
  requestHash: Buffer;
  answer: ColumnType<unknown, string, string>;
  createdAt: Temporal.Instant;
}

interface Installation {
  id: Generated<boolean>;
  isDemo: boolean;
  demoIsComplete: Generated<boolean>;
  clockOffsetSeconds: Generated<bigint>;
  createdAt: Temporal.Instant;
}

interface Invitations {
  personId: PersonId;
  id: string;
  tokenHash: Buffer;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
  madeBy: string | null;
}

interface InvoiceCounters {
  year: number;
  lastNumber: number;
}

interface InvoiceSeries {
  year: number;
  firstNumber: number;
}

interface KeptForms {
  id: string;
  sealed: Buffer;
  networkHash: Buffer;
  keptAt: Temporal.Instant;
}

interface KnownBrowsers {
  browserHash: Buffer;
  personId: PersonId;
  signedInAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

interface OutgoingMails {
  id: string;
  kind: "notice" | "invoice" | "sign-in-code" | "invitation";
  organisationId: OrganisationId | null;
  aboutId: string;
  personId: PersonId | null;
  state: Generated<"waiting" | "accepted" | "refused" | "given-up" | "stopped" | "needless">;
  madeAt: Temporal.Instant;
  waitingSince: Temporal.Instant;
  endsAt: Temporal.Instant | null;
  nextTryAt: Temporal.Instant;
  claimedUntil: Temporal.Instant | null;
  tries: Generated<number>;
  triedAt: Temporal.Instant | null;
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
  settledAt: Temporal.Instant | null;
}

interface People {
  id: PersonId;
  name: string;
  mailAddress: string;
  language: Generated<"nl" | "en">;
  staffRole: "consultant" | "administrator" | null;
  weeklyCapacityMinutes: Generated<number>;
  deactivatedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  phone: string | null;
}

interface ProviderEventHead {
  id: Generated<boolean>;
  sequence: bigint;
  hash: Buffer;
}

interface ProviderEventPayloads {
  eventId: string;
  salt: Buffer;
  payload: ColumnType<unknown, string, string>;
}

interface ProviderEvents {
  sequence: bigint;
  id: string;
  at: Temporal.Instant;
  actor: string;
  personId: PersonId | null;
  kind: string;
  subject: string;
  payloadHash: Buffer;
  previousHash: Buffer;
  hash: Buffer;
}

interface ProviderHolidays {
  heldOn: Temporal.PlainDate;
  name: string;
}

interface ProviderProfile {
  id: Generated<boolean>;
  name: string;
  addressLines: string[];
  chamberOfCommerce: string;
  vatNumber: string;
  iban: string;
  mailAddress: string;
  bic: string | null;
  phone: string | null;
}

interface RateLimits {
  bucket: string;
  windowStartedAt: Temporal.Instant;
  hits: number;
}

interface RefusedAccesses {
  id: string;
  minute: Temporal.Instant;
  reason: string;
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  address: string;
  network: string;
  hits: number;
  lastAt: Temporal.Instant;
  requestId: string;
}

interface RunningTimers {
  consultantId: PersonId;
  organisationId: OrganisationId;
  ticketId: TicketId;
  step: "administration" | "research" | "resolution";
  startedAt: Temporal.Instant;
  authorisationId: AuthorisationId | null;
}

interface Sessions {
  tokenHash: Buffer;
  id: string;
  personId: PersonId;
  organisationId: OrganisationId | null;
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
  idleExpiresAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  revokedAt: Temporal.Instant | null;
}

interface SignInCodes {
  id: string;
  personId: PersonId | null;
  mailAddress: string;
  codeHash: Buffer;
  linkHash: Buffer;
  browserHash: Buffer;
  attempts: Generated<number>;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
  isWarning: Generated<boolean>;
}

interface Terms {
  year: number;
  data: ColumnType<unknown, string, string>;
  publishedAt: Temporal.Instant;
}

interface VisibleHolidays {
  heldOn: Temporal.PlainDate;
  name: string;
}

interface VisiblePeople {
  id: PersonId;
  name: string;
  isStaff: boolean;
}

interface VisibleProvider {
  name: string;
  addressLines: string[];
  chamberOfCommerce: string;
  vatNumber: string;
  iban: string;
  mailAddress: string;
  bic: string;
  phone: string;
}

interface VisibleTerms {
  year: number;
  data: ColumnType<unknown, string, string>;
  publishedAt: Temporal.Instant;
}

export interface ProviderTables {
  articles: Articles;
  busy_times: BusyTimes;
  idempotency_keys: IdempotencyKeys;
  installation: Installation;
  invitations: Invitations;
  invoice_counters: InvoiceCounters;
  invoice_series: InvoiceSeries;
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
