-- The house: organisations with their seats, contracts and tickets; the work; approvals; invoices; sign-in; the event chains.
-- Roles kwartier_portal and kwartier_desk exist before this runs (server/db/roles.ts) and own nothing.

create extension if not exists btree_gist;

create function app_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function app_actor() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.actor', true), ''), 'system');
-- Whether it is a contact's face that is connected, which may do less than the desk whatever it says of itself.
create function is_portal() returns boolean language sql stable
  return pg_has_role(session_user, 'kwartier_portal', 'MEMBER') and not pg_has_role(session_user, 'kwartier_desk', 'MEMBER');

-- What the installation is. The clock moves forward only where the database was made as a demo.
create table installation (
  id boolean primary key default true check (id),
  is_demo boolean not null,
  demo_is_complete boolean not null default false,
  clock_offset_seconds bigint not null default 0 check (clock_offset_seconds = 0 or is_demo),
  created_at timestamptz not null
);

-- PROVIDER TABLES ------------------------------------------------------------------------------------------------

create table people (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  mail_address text not null check (length(mail_address) <= 254 and mail_address = lower(mail_address)),
  language text not null default 'nl' check (language in ('nl', 'en')),
  staff_role text check (staff_role in ('consultant', 'administrator')),
  weekly_capacity_minutes integer not null default 0 check (weekly_capacity_minutes between 0 and 6000),
  deactivated_at timestamptz,
  created_at timestamptz not null,
  unique (mail_address)
);

create table provider_profile (
  id boolean primary key default true check (id),
  name text not null,
  address_lines text[] not null,
  chamber_of_commerce text not null,
  vat_number text not null,
  iban text not null,
  mail_address text not null
);

create table terms (
  year integer primary key check (year between 2000 and 2099),
  data jsonb not null,
  published_at timestamptz not null
);

create table provider_holidays (
  held_on date primary key,
  name text not null
);

create table invoice_counters (
  year integer primary key,
  last_number integer not null check (last_number >= 0)
);

create table sign_in_codes (
  id uuid primary key,
  person_id uuid references people (id),
  mail_address text not null,
  code_hash bytea not null,
  link_hash bytea not null unique,
  browser_hash bytea not null,
  attempts integer not null default 0 check (attempts between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_codes_by_browser on sign_in_codes (browser_hash, created_at desc);
create index sign_in_codes_by_address on sign_in_codes (mail_address, created_at desc);

create table sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references people (id),
  organisation_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_person on sessions (person_id) where revoked_at is null;

create table rate_limits (
  bucket text primary key,
  window_started_at timestamptz not null,
  hits integer not null
);

create table provider_events (
  sequence bigint primary key,
  id uuid not null unique,
  at timestamptz not null,
  actor text not null,
  person_id uuid,
  kind text not null,
  subject text not null,
  payload_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null
);
create table provider_event_payloads (
  event_id uuid primary key references provider_events (id),
  salt bytea not null,
  payload jsonb not null
);
create table provider_event_head (
  id boolean primary key default true check (id),
  sequence bigint not null,
  hash bytea not null
);

-- CUSTOMER TABLES: key (organisation_id, ...), references carry the organisation -----------------------------------

create table organisations (
  organisation_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  address_lines text[] not null default '{}',
  invoice_mail_address text not null,
  vat_number text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null
);
create index organisations_by_name on organisations (lower(name), organisation_id);
alter table sessions add foreign key (organisation_id) references organisations (organisation_id);

create table seats (
  organisation_id uuid not null references organisations (organisation_id),
  seat_number smallint not null check (seat_number in (1, 2)),
  person_id uuid not null references people (id),
  assigned_at timestamptz not null,
  primary key (organisation_id, seat_number),
  unique (organisation_id, person_id)
);
create index seats_by_person on seats (person_id);

create table signatories (
  organisation_id uuid not null references organisations (organisation_id),
  person_id uuid not null references people (id),
  appointed_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index signatories_by_person on signatories (person_id);

create table contracts (
  organisation_id uuid not null references organisations (organisation_id),
  id uuid not null,
  terms_year integer not null references terms (year),
  signed_on date not null,
  signed_by uuid not null references people (id),
  starts_on date not null,
  ends_on date not null,
  primary key (organisation_id, id),
  check (starts_on > signed_on),
  check (extract(day from starts_on) = 1),
  check (extract(day from ends_on + 1) = 1),
  check (starts_on < ends_on and extract(year from starts_on) = terms_year and extract(year from ends_on) = terms_year),
  exclude using gist (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&)
);

create table month_counters (
  organisation_id uuid not null references organisations (organisation_id),
  month text not null check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  last_number integer not null check (last_number >= 0),
  last_created_at timestamptz,
  primary key (organisation_id, month)
);

create sequence ticket_references;

create table tickets (
  organisation_id uuid not null references organisations (organisation_id),
  id uuid not null,
  reference text not null,
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) between 1 and 20000),
  created_by uuid not null references people (id),
  created_at timestamptz not null,
  month text not null,
  number_in_month integer not null check (number_in_month >= 1),
  is_additional boolean not null,
  terms_year integer not null references terms (year),
  start_fee_minutes integer not null check (start_fee_minutes >= 0),
  authorised_minutes integer not null,
  administration_minutes integer not null default 0 check (administration_minutes >= 0),
  research_minutes integer not null default 0 check (research_minutes >= 0),
  resolution_minutes integer not null default 0 check (resolution_minutes >= 0),
  not_charged_minutes integer not null default 0 check (not_charged_minutes >= 0),
  chargeable_minutes integer not null generated always as
    (start_fee_minutes + greatest(0, administration_minutes - start_fee_minutes) + research_minutes + resolution_minutes) stored,
  outside_hours_agreed_at timestamptz,
  step text not null default 'administration' check (step in ('administration', 'research', 'resolution')),
  status text not null default 'open' check (status in ('open', 'closed')),
  waits_for text not null default 'provider' check (waits_for in ('provider', 'customer', 'microsoft')),
  waiting_since timestamptz not null,
  urgency text check (urgency in ('low', 'normal', 'high', 'critical')),
  assignee_id uuid references people (id),
  picked_up_at timestamptz,
  outcome text check (outcome in ('solved', 'workaround', 'redesign', 'escalated', 'not-solved', 'withdrawn', 'ended-with-contract')),
  closed_at timestamptz,
  no_article_reason text,
  has_uninvoiced_work boolean not null default true,
  last_activity_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (id),
  unique (reference),
  unique (organisation_id, month, number_in_month),
  constraint tickets_ceiling check
    (start_fee_minutes + greatest(0, administration_minutes - start_fee_minutes) + research_minutes + resolution_minutes <= authorised_minutes),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (outcome is not null))
);
create index tickets_open_by_organisation on tickets (organisation_id, last_activity_at desc, id desc) where status = 'open';
create index tickets_by_organisation on tickets (organisation_id, created_at desc, id desc);
create index tickets_closed_by_organisation on tickets (organisation_id, closed_at desc, id desc) where status = 'closed';
create index tickets_unassigned on tickets (waiting_since, id) where status = 'open' and assignee_id is null;
create index tickets_by_assignee on tickets (assignee_id, waits_for, waiting_since, id) where status = 'open';
create index tickets_by_waits_for on tickets (waits_for, waiting_since, id) where status = 'open';
create index tickets_open on tickets (waiting_since, id) where status = 'open';
create index tickets_closed on tickets (closed_at desc, id desc) where status = 'closed';
create index tickets_uninvoiced on tickets (organisation_id) where has_uninvoiced_work;
create index tickets_by_creator on tickets (organisation_id, created_by);
create index tickets_text on tickets using gin (to_tsvector('simple', reference || ' ' || title || ' ' || description));

create table ticket_messages (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null references people (id),
  author_is_staff boolean not null,
  body text not null check (length(body) between 1 and 20000),
  is_solution boolean not null default false,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index ticket_messages_by_ticket on ticket_messages (organisation_id, ticket_id, written_at, id);
create index ticket_messages_by_author on ticket_messages (organisation_id, author_id);

-- What staff write for each other. The portal role has no grant on it at all.
create table ticket_notes (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid not null references people (id),
  body text not null check (length(body) between 1 and 20000),
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index ticket_notes_by_ticket on ticket_notes (organisation_id, ticket_id, written_at, id);

-- ticket_id is empty while an upload waits for its form to be accepted.
create table attachments (
  organisation_id uuid not null references organisations (organisation_id),
  id uuid not null,
  ticket_id uuid,
  message_id uuid,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size_bytes bigint not null check (size_bytes between 1 and 26214400),
  sha256 text not null,
  storage_key text not null unique,
  uploaded_by uuid not null references people (id),
  uploaded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id),
  foreign key (organisation_id, message_id) references ticket_messages (organisation_id, id)
);
create index attachments_by_ticket on attachments (organisation_id, ticket_id, uploaded_at, id);
create index attachments_by_time on attachments (organisation_id, uploaded_at);
create index attachments_pending on attachments (uploaded_at) where ticket_id is null;

create table authorisations (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('work-order', 'quote')),
  minutes integer not null check (minutes between 1 and 60000),
  estimate_cents bigint not null check (estimate_cents >= 0),
  windows text[] not null,
  explanation text not null check (length(explanation) between 1 and 5000),
  valid_until date,
  state text not null default 'requested' check (state in ('requested', 'approved', 'declined', 'withdrawn')),
  requested_by uuid not null references people (id),
  requested_at timestamptz not null,
  decided_by uuid references people (id),
  decided_at timestamptz,
  decline_reason text check (length(decline_reason) <= 2000),
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id),
  check ((kind = 'quote') = (valid_until is not null)),
  check ((state = 'requested') = (decided_at is null))
);
create index authorisations_by_ticket on authorisations (organisation_id, ticket_id, requested_at);
create index authorisations_by_decider on authorisations (organisation_id, decided_by);
create unique index one_open_authorisation on authorisations (organisation_id, ticket_id) where state = 'requested';

create table time_entries (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  consultant_id uuid not null references people (id),
  step text not null check (step in ('administration', 'research', 'resolution')),
  starts_at timestamptz not null check (starts_at = date_trunc('minute', starts_at)),
  ends_at timestamptz not null check (ends_at = date_trunc('minute', ends_at)),
  minutes integer not null generated always as ((extract(epoch from ends_at - starts_at) / 60)::integer) stored,
  is_chargeable boolean not null,
  reason text check (length(reason) <= 2000),
  description text not null default '' check (length(description) <= 2000),
  recorded_at timestamptz not null,
  voided_at timestamptz,
  primary key (organisation_id, id),
  unique (id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id),
  check (starts_at < ends_at and ends_at - starts_at <= interval '24 hours'),
  check (is_chargeable or reason is not null)
);
create index time_entries_by_ticket on time_entries (organisation_id, ticket_id, starts_at);
create index time_entries_by_time on time_entries (organisation_id, starts_at);
create index time_entries_by_consultant on time_entries (consultant_id, starts_at desc);

create table invoices (
  organisation_id uuid not null references organisations (organisation_id),
  id uuid not null,
  number text not null unique,
  kind text not null check (kind in ('invoice', 'credit-note')),
  month text not null,
  issued_on date not null,
  due_on date not null,
  subtotal_cents bigint not null,
  vat_percent integer not null,
  vat_cents bigint not null,
  total_cents bigint not null,
  snapshot jsonb not null,
  issued_by uuid references people (id),
  issued_at timestamptz not null,
  primary key (organisation_id, id),
  unique (id),
  check (total_cents = subtotal_cents + vat_cents)
);
create index invoices_by_month on invoices (month, id);

create table invoice_lines (
  organisation_id uuid not null,
  invoice_id uuid not null,
  position integer not null check (position >= 1),
  month text not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('start-fee', 'work')),
  rate_window text not null check (rate_window in ('office', 'outside', 'weekend-holiday')),
  vat_percent integer not null,
  hourly_rate_cents bigint not null,
  minutes_total integer not null,
  minutes_before integer not null,
  amount_total_cents bigint not null,
  amount_before_cents bigint not null,
  amount_cents bigint not null check (amount_cents = amount_total_cents - amount_before_cents),
  reasons jsonb not null,
  primary key (organisation_id, invoice_id, position),
  unique (organisation_id, invoice_id, month, ticket_id, kind, rate_window, vat_percent),
  foreign key (organisation_id, invoice_id) references invoices (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index invoice_lines_by_ticket on invoice_lines (organisation_id, ticket_id);

create table invoice_documents (
  organisation_id uuid not null,
  invoice_id uuid not null,
  storage_key text not null,
  sha256 text not null,
  made_at timestamptz not null,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references invoices (organisation_id, id)
);

create table event_heads (
  organisation_id uuid primary key references organisations (organisation_id),
  sequence bigint not null,
  hash bytea not null
);
create table events (
  organisation_id uuid not null references organisations (organisation_id),
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  person_id uuid,
  kind text not null,
  subject text not null,
  is_visible boolean not null,
  payload_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, sequence),
  unique (organisation_id, id),
  unique (id)
);
create index events_by_subject on events (organisation_id, subject, sequence);
create index events_visible on events (organisation_id, sequence desc) where is_visible;
create table event_payloads (
  organisation_id uuid not null,
  event_id uuid not null,
  salt bytea not null,
  payload jsonb not null,
  primary key (organisation_id, event_id),
  foreign key (organisation_id, event_id) references events (organisation_id, id)
);

-- More of the provider's own, which points at customers' rows.
create table busy_times (
  organisation_id uuid not null,
  entry_id uuid not null,
  consultant_id uuid not null references people (id),
  during tstzrange not null,
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references time_entries (organisation_id, id),
  constraint one_place_at_a_time exclude using gist (consultant_id with =, during with &&)
);

create table running_timers (
  consultant_id uuid primary key references people (id),
  organisation_id uuid not null,
  ticket_id uuid not null,
  step text not null check (step in ('administration', 'research', 'resolution')),
  started_at timestamptz not null,
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index running_timers_by_ticket on running_timers (organisation_id, ticket_id);

-- MIXED TABLES -----------------------------------------------------------------------------------------------------

-- organisation_id is empty for what holds for everybody.
create table articles (
  id uuid primary key,
  organisation_id uuid references organisations (organisation_id),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 50000),
  is_public boolean not null default false,
  written_by uuid not null references people (id),
  written_at timestamptz not null,
  version integer not null default 1
);
create index articles_by_time on articles (written_at desc, id desc);
create index articles_text on articles using gin (to_tsvector('simple', title || ' ' || body));

create table ticket_articles (
  organisation_id uuid not null,
  ticket_id uuid not null,
  article_id uuid not null references articles (id),
  primary key (organisation_id, ticket_id, article_id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);

create table idempotency_keys (
  person_id uuid not null references people (id),
  key uuid not null,
  organisation_id uuid references organisations (organisation_id),
  request_hash bytea not null,
  answer jsonb not null,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- INVARIANTS -------------------------------------------------------------------------------------------------------

-- T2: a ticket's totals follow its entries, whoever writes them, so that the ceiling check sees every minute.
create function time_entry_changes_ticket() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  delta integer := 0;
begin
  if tg_op = 'INSERT' then
    if new.voided_at is not null then return new; end if;
    delta := 1;
    insert into busy_times (organisation_id, entry_id, consultant_id, during)
    values (new.organisation_id, new.id, new.consultant_id, tstzrange(new.starts_at, new.ends_at, '[)'));
  elsif tg_op = 'UPDATE' then
    if old.voided_at is not null or new.voided_at is null
       or row(old.organisation_id, old.id, old.ticket_id, old.consultant_id, old.step, old.starts_at, old.ends_at, old.is_chargeable)
          is distinct from row(new.organisation_id, new.id, new.ticket_id, new.consultant_id, new.step, new.starts_at, new.ends_at, new.is_chargeable)
    then raise exception 'a time entry can only be voided, once' using errcode = 'restrict_violation'; end if;
    delta := -1;
    delete from busy_times where organisation_id = new.organisation_id and entry_id = new.id;
  end if;
  update tickets set
    administration_minutes = administration_minutes + case when new.is_chargeable and new.step = 'administration' then delta * new.minutes else 0 end,
    research_minutes = research_minutes + case when new.is_chargeable and new.step = 'research' then delta * new.minutes else 0 end,
    resolution_minutes = resolution_minutes + case when new.is_chargeable and new.step = 'resolution' then delta * new.minutes else 0 end,
    not_charged_minutes = not_charged_minutes + case when new.is_chargeable then 0 else delta * new.minutes end,
    has_uninvoiced_work = has_uninvoiced_work or new.is_chargeable
  where organisation_id = new.organisation_id and id = new.ticket_id;
  return new;
end $$;
create trigger time_entry_changes_ticket after insert or update on time_entries
  for each row execute function time_entry_changes_ticket();

-- R13, R38: what was issued or happened never changes.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it never changes', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changes before update or delete on invoices for each row execute function refuse_change();
create trigger never_changes before update or delete on invoice_lines for each row execute function refuse_change();
create trigger never_changes before update or delete on invoice_documents for each row execute function refuse_change();
create trigger never_changes before update or delete on events for each row execute function refuse_change();
create trigger never_changes before update or delete on provider_events for each row execute function refuse_change();
create trigger never_changes before update or delete on terms for each row execute function refuse_change();
create trigger never_changes before delete on time_entries for each row execute function refuse_change();
create trigger never_truncated before truncate on invoices for each statement execute function refuse_change();
create trigger never_truncated before truncate on invoice_lines for each statement execute function refuse_change();
create trigger never_truncated before truncate on invoice_documents for each statement execute function refuse_change();
create trigger never_truncated before truncate on terms for each statement execute function refuse_change();
create trigger never_truncated before truncate on time_entries for each statement execute function refuse_change();
create trigger never_truncated before truncate on events for each statement execute function refuse_change();
create trigger never_truncated before truncate on provider_events for each statement execute function refuse_change();

-- A hash chain per organisation, and one for the provider, over salted hashes of the payload (R38). The subject comes last: it alone may hold a bar.
create function event_hash(previous bytea, organisation uuid, sequence bigint, id uuid, at timestamptz, actor text, person uuid, kind text, visible boolean, subject text, payload_hash bytea)
returns bytea language sql immutable
return sha256(previous || convert_to(concat_ws('|', coalesce(organisation::text, '-'), sequence, id, extract(epoch from at)::numeric(20,6), actor, coalesce(person::text, '-'), kind,
  case when visible then 'visible' else 'hidden' end, subject), 'UTF8') || payload_hash);

create function record_event(organisation uuid, event_id uuid, happened_at timestamptz, event_kind text, event_subject text, visible boolean, event_payload jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head record;
  -- Two random UUIDs are 244 random bits without an extension.
  new_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  hash_of_payload bytea := sha256(new_salt || convert_to(event_payload::text, 'UTF8'));
  new_hash bytea;
begin
  if is_portal() and (organisation is null or organisation is distinct from app_organisation())
  then raise exception 'an event of another organisation' using errcode = 'insufficient_privilege'; end if;
  if is_portal() and (app_actor() <> 'contact' or app_person() is null or event_kind !~ '^(ticket|authorisation)-')
  then raise exception 'an event that is no contact''s' using errcode = 'insufficient_privilege'; end if;
  if organisation is null then
    insert into provider_event_head values (true, 0, '') on conflict do nothing;
    select * into head from provider_event_head for update;
    new_hash := event_hash(head.hash, null, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, false, event_subject, hash_of_payload);
    insert into provider_events values (head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, event_subject, hash_of_payload, head.hash, new_hash);
    insert into provider_event_payloads values (event_id, new_salt, event_payload);
    update provider_event_head set sequence = head.sequence + 1, hash = new_hash;
  else
    insert into event_heads values (organisation, 0, '') on conflict do nothing;
    select * into head from event_heads where organisation_id = organisation for update;
    new_hash := event_hash(head.hash, organisation, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, visible, event_subject, hash_of_payload);
    insert into events values (organisation, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, event_subject, visible, hash_of_payload, head.hash, new_hash);
    insert into event_payloads values (organisation, event_id, new_salt, event_payload);
    update event_heads set sequence = head.sequence + 1, hash = new_hash where organisation_id = organisation;
  end if;
  perform pg_notify('kwartier_events', coalesce(organisation::text, '') || ' ' || event_id::text);
end $$;

-- The one door to the queue. Payloads name events and rows; they carry no personal data.
create function enqueue_job(task text, payload json, key text default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if task not in ('react-to-event', 'send-sign-in-code', 'make-invoice-document', 'clean-up') then
    raise exception 'unknown task %', task using errcode = 'insufficient_privilege';
  end if;
  if is_portal() and (task <> 'react-to-event' or key is not null or app_organisation() is null
     or payload ->> 'organisationId' is distinct from app_organisation()::text)
  then raise exception 'a task that is not the portal''s' using errcode = 'insufficient_privilege'; end if;
  perform graphile_worker.add_job(task, payload, job_key => key);
end $$;
revoke all on function record_event, enqueue_job, time_entry_changes_ticket from public;

-- The portal keeps to a contact's part, also where its code would not (R10, R12): what the terms give and approvals added, no more.
create function portal_makes_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and not exists (
    select from visible_terms t
      join contracts c on c.organisation_id = new.organisation_id and c.terms_year = t.year
      join month_counters m on m.organisation_id = new.organisation_id and m.month = new.month
    where t.year = new.terms_year
      -- Contracts are of whole months. The local month is core's to say; here it may only not be another one.
      and to_date(new.month, 'YYYY-MM') between c.starts_on and c.ends_on
      and new.created_at between to_date(new.month, 'YYYY-MM') - interval '1 day' and to_date(new.month, 'YYYY-MM') + interval '1 month 1 day'
      and new.number_in_month = m.last_number
      and new.is_additional = (new.number_in_month > (t.data ->> 'ticketsPerMonth')::integer)
      and new.start_fee_minutes = (t.data ->> 'startFeeMinutes')::integer
      and new.authorised_minutes = (t.data ->> 'authorisedMinutes')::integer)
  then raise exception 'a ticket that is not as the terms say' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_makes_ticket before insert on tickets for each row execute function portal_makes_ticket();

create function portal_changes_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not is_portal() then return new; end if;
  if old.status = 'closed' or (new.status = 'closed' and new.outcome is distinct from 'withdrawn')
    or (new.waits_for <> 'provider' and new.waits_for <> old.waits_for)
    or (old.outside_hours_agreed_at is not null and new.outside_hours_agreed_at is distinct from old.outside_hours_agreed_at)
    or new.outside_hours_agreed_at < old.created_at
    or new.authorised_minutes < old.authorised_minutes
  then raise exception 'a change that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  if new.authorised_minutes > old.authorised_minutes and new.authorised_minutes >
    (select (t.data ->> 'authorisedMinutes')::integer from visible_terms t where t.year = old.terms_year)
    + (select coalesce(sum(a.minutes), 0) from authorisations a where a.organisation_id = old.organisation_id and a.ticket_id = old.id and a.state = 'approved')
  then raise exception 'more minutes than were approved' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_changes_ticket before update on tickets for each row execute function portal_changes_ticket();

create function portal_decides_authorisation() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and (old.state <> 'requested' or new.state not in ('approved', 'declined')
    or new.decided_by is distinct from app_person() or new.version <> old.version + 1)
  then raise exception 'a decision that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_decides_authorisation before update on authorisations for each row execute function portal_decides_authorisation();

create function portal_counts_on() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and (case tg_op when 'INSERT' then new.last_number <> 0 else
    new.last_number <> old.last_number + 1 or (new.organisation_id, new.month) <> (old.organisation_id, old.month) or new.last_created_at < old.last_created_at end)
  then raise exception 'a month counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_counts_on before insert or update on month_counters for each row execute function portal_counts_on();
grant execute on function record_event, enqueue_job to kwartier_portal, kwartier_desk;

-- WHAT THE PORTAL SEES OF THE PROVIDER'S TABLES -----------------------------------------------------------------------

-- Whether somebody takes or took part in the organisation that asks. A function, so that it is asked of one person at a time, each
-- time by an index: of subqueries in the view PostgreSQL makes hashes, for which it reads the organisation's whole history.
create function takes_part(person uuid) returns boolean language sql stable parallel safe cost 10000
  return exists (select from seats s where s.organisation_id = app_organisation() and s.person_id = person)
    or exists (select from signatories g where g.organisation_id = app_organisation() and g.person_id = person)
    or exists (select from tickets t where t.organisation_id = app_organisation() and t.created_by = person)
    or exists (select from ticket_messages m where m.organisation_id = app_organisation() and m.author_id = person)
    or exists (select from authorisations a where a.organisation_id = app_organisation() and a.decided_by = person)
    or exists (select from contracts c where c.organisation_id = app_organisation() and c.signed_by = person);

-- Names of one's own colleagues with a seat or signature, of everyone who ever wrote in the organisation, and of staff. The desk
-- sees everybody by the same name, so that a query of both faces need not know which one it serves.
create view visible_people with (security_barrier) as
  select p.id, p.name, p.staff_role is not null as is_staff
  from people p
  where p.staff_role is not null
     or (select pg_has_role(current_user, 'kwartier_desk', 'USAGE'))
     or takes_part(p.id);
create view visible_terms with (security_barrier) as select year, data, published_at from terms;
create view visible_holidays with (security_barrier) as select held_on, name from provider_holidays;
create view visible_provider with (security_barrier) as
  select name, address_lines, chamber_of_commerce, vat_number, iban, mail_address from provider_profile;

-- ROW-LEVEL SECURITY -------------------------------------------------------------------------------------------------

do $$
declare customer_table text;
begin
  foreach customer_table in array array[
    'organisations', 'seats', 'signatories', 'contracts', 'month_counters', 'tickets', 'ticket_messages', 'ticket_notes',
    'attachments', 'authorisations', 'time_entries', 'invoices', 'invoice_lines', 'invoice_documents', 'event_heads', 'events',
    'event_payloads', 'ticket_articles', 'articles', 'idempotency_keys'
  ] loop
    execute format('alter table %I enable row level security', customer_table);
    execute format('alter table %I force row level security', customer_table);
    execute format('create policy desk on %I to kwartier_desk using (true) with check (true)', customer_table);
  end loop;
  foreach customer_table in array array[
    'organisations', 'seats', 'signatories', 'contracts', 'month_counters', 'tickets', 'ticket_messages',
    'attachments', 'authorisations', 'time_entries', 'invoices', 'invoice_lines', 'invoice_documents',
    'ticket_articles'
  ] loop
    execute format('create policy portal on %I to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', customer_table);
  end loop;
end $$;
-- Payloads of hidden events hold what staff write for each other.
create policy portal on events for select to kwartier_portal using (organisation_id = app_organisation() and is_visible);
create policy portal on event_payloads for select to kwartier_portal
  using (organisation_id = app_organisation()
    and exists (select from events e where e.organisation_id = event_payloads.organisation_id and e.id = event_payloads.event_id and e.is_visible));
-- Nobody of the portal writes in another's name, or in staff's.
create policy portal_creator on tickets as restrictive for insert to kwartier_portal with check (created_by = app_person());
create policy portal_author on ticket_messages as restrictive for insert to kwartier_portal with check (author_id = app_person() and not author_is_staff);
create policy portal_uploader on attachments as restrictive for insert to kwartier_portal with check (uploaded_by = app_person());
create policy portal_attaches on attachments as restrictive for update to kwartier_portal
  using (ticket_id is null and uploaded_by = app_person()) with check (uploaded_by = app_person());
create policy portal on articles for select to kwartier_portal
  using (is_public and (organisation_id is null or organisation_id = app_organisation()));
create policy portal on idempotency_keys to kwartier_portal
  using (organisation_id = app_organisation() and person_id = app_person())
  with check (organisation_id = app_organisation() and person_id = app_person());

-- GRANTS: only what each face does ------------------------------------------------------------------------------------

grant usage on schema public to kwartier_portal, kwartier_desk;
grant execute on function app_organisation, app_person, app_actor, takes_part to kwartier_portal, kwartier_desk;
grant usage on sequence ticket_references to kwartier_portal, kwartier_desk;

grant select on visible_people, visible_terms, visible_holidays, visible_provider to kwartier_portal, kwartier_desk;
grant select on organisations, seats, signatories, contracts, month_counters, tickets, ticket_messages, attachments, authorisations,
  time_entries, invoices, invoice_lines, invoice_documents, events, event_payloads, articles, ticket_articles, idempotency_keys to kwartier_portal;
grant insert, update on month_counters to kwartier_portal;
grant insert (organisation_id, id, reference, title, description, created_by, created_at, month, number_in_month, is_additional, terms_year,
  start_fee_minutes, authorised_minutes, outside_hours_agreed_at, waiting_since, last_activity_at) on tickets to kwartier_portal;
grant update (authorised_minutes, outside_hours_agreed_at, status, waits_for, waiting_since, outcome, closed_at, last_activity_at, version) on tickets to kwartier_portal;
grant insert (organisation_id, id, ticket_id, author_id, author_is_staff, body, written_at) on ticket_messages to kwartier_portal;
grant insert, update (ticket_id, message_id) on attachments to kwartier_portal;
grant update (state, decided_by, decided_at, decline_reason, version) on authorisations to kwartier_portal;
grant insert on idempotency_keys to kwartier_portal;

grant select on all tables in schema public to kwartier_desk;
grant update (clock_offset_seconds) on installation to kwartier_desk;
grant insert, update on people, provider_profile, provider_holidays, invoice_counters, sign_in_codes, rate_limits, running_timers, sessions to kwartier_desk;
grant insert on terms to kwartier_desk;
grant delete on running_timers, sign_in_codes, rate_limits, provider_holidays, seats, signatories, idempotency_keys to kwartier_desk;
grant insert, update on organisations, seats, signatories, contracts, month_counters, tickets, ticket_notes, attachments, authorisations,
  articles to kwartier_desk;
grant insert on ticket_messages, time_entries, invoices, invoice_lines, invoice_documents, ticket_articles, idempotency_keys to kwartier_desk;
grant update (voided_at) on time_entries to kwartier_desk;
grant delete on attachments to kwartier_desk;
