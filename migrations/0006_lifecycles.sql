-- The lives of contracts, tickets, invoices and articles beyond their first happy path.

-- CONTRACTS: offered before they are signed, terminated, withdrawn (K1-K5). A contract has a period from when it is signed, for as long
-- as it is not withdrawn: whoever asks which contract holds on a date need not know of the others.
alter table contracts
  drop constraint contracts_organisation_id_daterange_excl,
  alter column signed_on drop not null,
  alter column signed_by drop not null,
  alter column starts_on drop not null,
  alter column ends_on drop not null,
  add column offered_at timestamptz,
  add column terminated_at timestamptz,
  add column withdrawn_at timestamptz,
  add check (offered_at is not null or signed_on is not null),
  add check ((signed_on is null) = (signed_by is null)),
  add check ((starts_on is null) = (ends_on is null)),
  add check ((starts_on is not null) = (signed_on is not null and withdrawn_at is null)),
  add check (terminated_at is null or starts_on is not null),
  add constraint one_contract_at_a_time exclude using gist
    (organisation_id with =, daterange(starts_on, ends_on, '[]') with &&) where (starts_on is not null);
create unique index one_open_offer on contracts (organisation_id, terms_year) where signed_on is null and withdrawn_at is null;
create index contracts_by_end on contracts (ends_on) where ends_on is not null;

grant update (signed_on, signed_by, starts_on, ends_on, terminated_at, withdrawn_at) on contracts to kwartier_portal;

-- A signatory signs what was offered and terminates what is in force, in their own name; nothing else of a contract is a customer's to change.
create function portal_changes_contract() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  signs boolean := old.signed_on is null and old.withdrawn_at is null
    and new.signed_by is not distinct from app_person() and new.withdrawn_at is null and new.terminated_at is null
    and new.ends_on = make_date(new.terms_year, 12, 31);
  ends boolean := old.starts_on is not null and old.terminated_at is null and new.terminated_at is not null
    and new.starts_on = old.starts_on and new.ends_on <= old.ends_on
    -- The local date is core's to say; here it may only not be a day that has long passed.
    and new.ends_on + interval '2 days' >= new.terminated_at;
  takes_back boolean := old.starts_on is not null and old.terminated_at is null and new.withdrawn_at < old.starts_on + interval '1 day';
begin
  if not is_portal() then return new; end if;
  if not exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    or not coalesce(signs or ((ends or takes_back) and (new.signed_on, new.signed_by) = (old.signed_on, old.signed_by)), false)
  then raise exception 'a change of a contract that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_changes_contract before update on contracts for each row execute function portal_changes_contract();

-- TICKETS: more to wait for, closed as a duplicate, reopened (T3, T4, S2) --------------------------------------------------------------
alter table tickets
  drop constraint tickets_waits_for_check,
  drop constraint tickets_outcome_check,
  add column microsoft_case text check (length(microsoft_case) between 1 and 100),
  add column duplicate_of uuid,
  add column reopened_at timestamptz,
  add constraint tickets_waits_for_check check (waits_for in ('provider', 'customer', 'authorisation', 'microsoft', 'planning')),
  add constraint tickets_outcome_check check (outcome in
    ('solved', 'workaround', 'redesign', 'escalated', 'not-solved', 'withdrawn', 'duplicate', 'ended-with-contract')),
  add check (duplicate_of is null or outcome = 'duplicate'),
  add check (outcome <> 'duplicate' or duplicate_of is not null),
  add check (duplicate_of <> id),
  add foreign key (organisation_id, duplicate_of) references tickets (organisation_id, id);
create index tickets_by_duplicate on tickets (organisation_id, duplicate_of) where duplicate_of is not null;
update tickets set waits_for = 'authorisation' where status = 'open' and waits_for = 'customer'
  and exists (select from authorisations a where a.organisation_id = tickets.organisation_id and a.ticket_id = tickets.id and a.state = 'requested');

-- A contact opens again what was resolved, as it was, while a contract is in force, and does nothing else to a closed ticket (T4).
create function portal_reopens_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and not (new.status = 'open' and new.outcome is null and new.waits_for = 'provider'
    and old.outcome in ('solved', 'workaround', 'redesign', 'escalated', 'not-solved')
    and new.reopened_at is not null and new.reopened_at >= old.closed_at
    and (new.authorised_minutes, new.outside_hours_agreed_at) is not distinct from (old.authorised_minutes, old.outside_hours_agreed_at)
    -- The local date is core's to say; here it may only not be far from the contract.
    and exists (select from contracts c where c.organisation_id = old.organisation_id
      and new.reopened_at between c.starts_on - interval '1 day' and c.ends_on + interval '2 days'))
  then raise exception 'a change of a closed ticket that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
drop trigger portal_changes_ticket on tickets;
create trigger portal_changes_ticket before update on tickets for each row
  when (old.status = 'open') execute function portal_changes_ticket();
create trigger portal_reopens_ticket before update on tickets for each row
  when (old.status = 'closed') execute function portal_reopens_ticket();
-- Said of a ticket only when it is opened again.
create function portal_keeps_open() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and new.reopened_at is distinct from old.reopened_at
  then raise exception 'an open ticket is not opened again' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_keeps_open before update on tickets for each row when (old.status = 'open') execute function portal_keeps_open();
grant update (reopened_at) on tickets to kwartier_portal;

-- INVOICES: when they were sent and what was paid; what state that makes is core's to say (M3) ----------------------------------------------
create table invoice_sendings (
  organisation_id uuid not null,
  invoice_id uuid not null,
  sent_at timestamptz not null,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references invoices (organisation_id, id)
);
create table invoice_payments (
  organisation_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  paid_on date not null,
  amount_cents bigint not null check (amount_cents <> 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoices (organisation_id, id)
);
create index invoice_payments_by_invoice on invoice_payments (organisation_id, invoice_id, paid_on, id);
create trigger never_changes before update or delete on invoice_sendings for each row execute function refuse_change();
create trigger never_changes before update or delete on invoice_payments for each row execute function refuse_change();
create trigger never_truncated before truncate on invoice_sendings for each statement execute function refuse_change();
create trigger never_truncated before truncate on invoice_payments for each statement execute function refuse_change();

do $$
declare customer_table text;
begin
  foreach customer_table in array array['invoice_sendings', 'invoice_payments'] loop
    execute format('alter table %I enable row level security', customer_table);
    execute format('alter table %I force row level security', customer_table);
    execute format('create policy desk on %I to kwartier_desk using (true) with check (true)', customer_table);
    execute format('create policy portal on %I to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', customer_table);
    execute format('grant select on %I to kwartier_portal, kwartier_desk', customer_table);
    execute format('grant insert on %I to kwartier_desk', customer_table);
  end loop;
end $$;

-- ARTICLES: drafts and retired ones besides what is published, which alone contacts may read (D3) --------------------------------------------
alter table articles add column state text not null default 'published' check (state in ('draft', 'published', 'retired'));
alter table articles alter column state set default 'draft';
create index articles_by_state on articles (state, written_at desc, id desc);
drop policy portal on articles;
create policy portal on articles for select to kwartier_portal
  using (is_public and state = 'published' and (organisation_id is null or organisation_id = app_organisation()));

-- A contact signs and terminates contracts, and a demo's clock can pass their end ------------------------------------------------------------
create or replace function record_event(organisation uuid, event_id uuid, happened_at timestamptz, event_kind text, event_subject text, visible boolean, event_payload jsonb)
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
  if is_portal() and (app_actor() <> 'contact' or app_person() is null or event_kind !~ '^(ticket|authorisation|contract|addendum)-')
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

create or replace function enqueue_job(task text, payload json, key text default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if task not in ('react-to-event', 'send-sign-in-code', 'make-invoice-document', 'clean-up', 'end-tickets') then
    raise exception 'unknown task %', task using errcode = 'insufficient_privilege';
  end if;
  if is_portal() and (task <> 'react-to-event' or key is not null or app_organisation() is null
     or payload ->> 'organisationId' is distinct from app_organisation()::text)
  then raise exception 'a task that is not the portal''s' using errcode = 'insufficient_privilege'; end if;
  perform graphile_worker.add_job(task, payload, job_key => key);
end $$;
