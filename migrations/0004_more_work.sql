-- What can be charged besides ordinary time: visits and costs under a signed addendum (A3), quotes for one price (T3), price
-- corrections (CE7) and start fees that are waived (T1).

-- A row that changes once in one column, and in no other: voided, or withdrawn. After the write, when generated columns are known.
create function changes_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null or to_jsonb(new) ->> tg_argv[0] is null
    or to_jsonb(old) - tg_argv[0] is distinct from to_jsonb(new) - tg_argv[0]
  then raise exception 'only % of % can change, once', tg_argv[0], tg_table_name using errcode = 'restrict_violation'; end if;
  return new;
end $$;

-- What changes the charges of a ticket makes it one to invoice again (M2).
create function marks_ticket_uninvoiced() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update tickets set has_uninvoiced_work = true where organisation_id = new.organisation_id and id = new.ticket_id and not has_uninvoiced_work;
  return new;
end $$;

-- ADDENDA: offered, then signed by a signatory or withdrawn; a signed one never changes, a later one replaces it (A3) -----------------------
create table addenda (
  organisation_id uuid not null references organisations (organisation_id),
  id uuid not null,
  contract_id uuid not null,
  terms jsonb not null,
  offered_by uuid references people (id),
  offered_at timestamptz not null,
  withdrawn_at timestamptz,
  signed_on date,
  signed_by uuid references people (id),
  starts_on date,
  ends_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, contract_id) references contracts (organisation_id, id),
  check (num_nonnulls(signed_on, signed_by, starts_on, ends_on) in (0, 4)),
  check (signed_on <= starts_on and starts_on <= ends_on),
  check (signed_on is null or withdrawn_at is null)
);
create unique index one_open_addendum on addenda (organisation_id) where signed_on is null and withdrawn_at is null;
create index addenda_in_force on addenda (organisation_id, starts_on) where signed_on is not null;
create index addenda_by_contract on addenda (organisation_id, contract_id);

create function addendum_settles_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.signed_on is not null or old.withdrawn_at is not null
    or (old.organisation_id, old.id, old.contract_id, old.terms, old.offered_by, old.offered_at)
      is distinct from (new.organisation_id, new.id, new.contract_id, new.terms, new.offered_by, new.offered_at)
  then raise exception 'an addendum is signed or withdrawn, once' using errcode = 'restrict_violation'; end if;
  if new.signed_on is not null and not exists (select from contracts c
    where c.organisation_id = new.organisation_id and c.id = new.contract_id and c.starts_on <= new.starts_on and new.ends_on <= c.ends_on)
  then raise exception 'an addendum lies within its contract' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger settles_once before update on addenda for each row execute function addendum_settles_once();

-- A contact signs in their own name, when they are a signatory, what was offered before; and does nothing else to an addendum.
create function portal_signs_addendum() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and not (coalesce(new.signed_by = app_person() and new.signed_on + interval '2 days' > old.offered_at, false)
    and exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person()))
  then raise exception 'a signature that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger portal_signs_addendum before update on addenda for each row execute function portal_signs_addendum();

-- VISITS AND COSTS -----------------------------------------------------------------------------------------------------------------------
create table visits (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  addendum_id uuid not null,
  consultant_id uuid not null references people (id),
  starts_at timestamptz not null check (starts_at = date_trunc('minute', starts_at)),
  ends_at timestamptz not null check (ends_at = date_trunc('minute', ends_at)),
  minutes integer not null generated always as ((extract(epoch from ends_at - starts_at) / 60)::integer) stored,
  kilometres integer not null check (kilometres between 0 and 2000),
  description text not null default '' check (length(description) <= 2000),
  recorded_at timestamptz not null,
  voided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id),
  foreign key (organisation_id, addendum_id) references addenda (organisation_id, id),
  check (starts_at < ends_at and ends_at - starts_at <= interval '24 hours')
);
create index visits_by_ticket on visits (organisation_id, ticket_id, starts_at);
create index visits_by_time on visits (organisation_id, starts_at);
create index visits_by_consultant on visits (consultant_id, starts_at desc);

create table expenses (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  addendum_id uuid not null,
  spent_on date not null,
  description text not null check (length(description) between 1 and 200),
  amount_cents bigint not null check (amount_cents between 1 and 100000000),
  vat text not null check (vat in ('standard', 'reduced', 'zero')),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz not null,
  voided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id),
  foreign key (organisation_id, addendum_id) references addenda (organisation_id, id)
);
create index expenses_by_ticket on expenses (organisation_id, ticket_id, spent_on);
create index expenses_by_date on expenses (organisation_id, spent_on);

-- On-site work only under a signed addendum (A1, A3). The local date of a visit is core's to say; here it may only not be another one.
create function visit_under_addendum() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from addenda a where a.organisation_id = new.organisation_id and a.id = new.addendum_id
    and new.starts_at >= a.starts_on - interval '1 day' and new.starts_at < a.ends_on + interval '2 days')
  then raise exception 'a visit without a signed addendum' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger visit_under_addendum before insert on visits for each row execute function visit_under_addendum();
create function expense_under_addendum() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from addenda a where a.organisation_id = new.organisation_id and a.id = new.addendum_id
    and new.spent_on between a.starts_on and a.ends_on)
  then raise exception 'a cost without a signed addendum' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger expense_under_addendum before insert on expenses for each row execute function expense_under_addendum();

-- One consultant is in one place at a time, at a desk or on site.
alter table busy_times
  drop constraint busy_times_pkey,
  alter column entry_id drop not null,
  add column visit_id uuid,
  add foreign key (organisation_id, visit_id) references visits (organisation_id, id),
  add check (num_nonnulls(entry_id, visit_id) = 1),
  add unique (organisation_id, entry_id),
  add unique (organisation_id, visit_id);
create function visit_takes_time() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from busy_times where organisation_id = new.organisation_id and visit_id = new.id;
  elsif new.voided_at is null then
    insert into busy_times (organisation_id, visit_id, consultant_id, during)
    values (new.organisation_id, new.id, new.consultant_id, tstzrange(new.starts_at, new.ends_at, '[)'));
  end if;
  return new;
end $$;
create trigger visit_takes_time after insert or update on visits for each row execute function visit_takes_time();

-- CORRECTIONS: reductions with a reason, which can be withdrawn (CE7) ------------------------------------------------------------------------
create table corrections (
  organisation_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  month text not null check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  amount_cents bigint not null check (amount_cents > 0),
  vat text not null check (vat in ('standard', 'reduced', 'zero')),
  reason text not null check (length(reason) between 1 and 2000),
  corrected_by uuid not null references people (id),
  corrected_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index corrections_by_ticket on corrections (organisation_id, ticket_id, corrected_at);

create trigger changes_once after update on visits for each row execute function changes_once('voided_at');
create trigger changes_once after update on expenses for each row execute function changes_once('voided_at');
create trigger changes_once after update on corrections for each row execute function changes_once('withdrawn_at');
create trigger marks_ticket_uninvoiced after insert or update on visits for each row execute function marks_ticket_uninvoiced();
create trigger marks_ticket_uninvoiced after insert or update on expenses for each row execute function marks_ticket_uninvoiced();
create trigger marks_ticket_uninvoiced after insert or update on corrections for each row execute function marks_ticket_uninvoiced();

-- START FEES: waived once, for good (T1). The ceiling counts them all the same (T2). ----------------------------------------------------------
alter table tickets
  add column start_fee_waived_at timestamptz,
  add column start_fee_waived_reason text check (length(start_fee_waived_reason) between 1 and 2000),
  -- Work under quotes for one price, outside the ceiling (T3).
  add column quoted_minutes integer not null default 0 check (quoted_minutes >= 0),
  add check ((start_fee_waived_at is null) = (start_fee_waived_reason is null));
create function start_fee_is_waived_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.start_fee_waived_at is not null
  then raise exception 'a start fee is waived once, for good' using errcode = 'restrict_violation'; end if;
  new.has_uninvoiced_work := true;
  return new;
end $$;
create trigger start_fee_is_waived_once before update on tickets for each row
  when ((old.start_fee_waived_at, old.start_fee_waived_reason) is distinct from (new.start_fee_waived_at, new.start_fee_waived_reason))
  execute function start_fee_is_waived_once();

-- AUTHORISATIONS: quotes for one price; whose prices a quote holds; delivered (T3) ------------------------------------------------------------
alter table authorisations
  drop constraint authorisations_state_check,
  add constraint authorisations_state_check check (state in ('requested', 'approved', 'declined', 'withdrawn', 'delivered')),
  add column fixed_price_cents bigint check (fixed_price_cents between 1 and 100000000),
  add column terms_year integer references terms (year),
  add column delivered_on date,
  add column delivered_by uuid references people (id),
  add check (fixed_price_cents is null or (kind = 'quote' and estimate_cents = fixed_price_cents)),
  add check (num_nonnulls(delivered_on, delivered_by) in (0, 2)),
  add check ((state = 'delivered') = (delivered_on is not null)),
  add check (state <> 'delivered' or fixed_price_cents is not null);
-- Every request was made under a contract of its local year.
update authorisations set terms_year = extract(year from requested_at at time zone 'Europe/Amsterdam');
alter table authorisations alter column terms_year set not null;
create index authorisations_by_delivery on authorisations (organisation_id, delivered_on) where delivered_on is not null;

-- What was asked never changes, and what was decided stays so; one price can still be delivered, or withdrawn before that.
create function authorisation_stays_as_asked() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  settling text[] := array['state', 'decided_by', 'decided_at', 'decline_reason', 'version', 'delivered_on', 'delivered_by'];
begin
  if to_jsonb(old) - settling is distinct from to_jsonb(new) - settling
    or not (old.state = new.state or old.state = 'requested' and new.state in ('approved', 'declined', 'withdrawn')
      or old.state = 'approved' and old.fixed_price_cents is not null and new.state in ('delivered', 'withdrawn'))
  then raise exception 'an authorisation stays as it was asked and decided' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger stays_as_asked before update on authorisations for each row execute function authorisation_stays_as_asked();
create trigger marks_ticket_uninvoiced after update on authorisations for each row
  when (new.state = 'delivered' and old.state <> 'delivered') execute function marks_ticket_uninvoiced();

-- WORK UNDER AN AUTHORISATION (T3) --------------------------------------------------------------------------------------------------------
alter table time_entries
  add column authorisation_id uuid,
  add foreign key (organisation_id, authorisation_id) references authorisations (organisation_id, id);
create index time_entries_by_authorisation on time_entries (organisation_id, authorisation_id) where authorisation_id is not null;
alter table running_timers
  add column authorisation_id uuid,
  add foreign key (organisation_id, authorisation_id) references authorisations (organisation_id, id);

-- Held until the end of the transaction, so that nothing is delivered while work under it is written down.
create function entry_names_authorisation() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from authorisations a where a.organisation_id = new.organisation_id and a.id = new.authorisation_id
    and a.ticket_id = new.ticket_id and a.state = 'approved' for share;
  if not found then raise exception 'work under an authorisation that is not in force' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger entry_names_authorisation before insert on time_entries for each row
  when (new.authorisation_id is not null) execute function entry_names_authorisation();

-- T2: a ticket's totals follow its entries, whoever writes them, so that the ceiling check sees every minute; those of a quote for one
-- price cost nothing and stay outside it (T3).
create or replace function time_entry_changes_ticket() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  delta integer := 0;
  is_quoted boolean := new.is_chargeable and exists (select from authorisations a
    where a.organisation_id = new.organisation_id and a.id = new.authorisation_id and a.fixed_price_cents is not null);
  is_charged boolean := new.is_chargeable and not is_quoted;
begin
  if tg_op = 'INSERT' then
    if new.voided_at is not null then return new; end if;
    delta := 1;
    insert into busy_times (organisation_id, entry_id, consultant_id, during)
    values (new.organisation_id, new.id, new.consultant_id, tstzrange(new.starts_at, new.ends_at, '[)'));
  elsif tg_op = 'UPDATE' then
    if old.voided_at is not null or new.voided_at is null
       or row(old.organisation_id, old.id, old.ticket_id, old.consultant_id, old.step, old.starts_at, old.ends_at, old.is_chargeable, old.authorisation_id)
          is distinct from row(new.organisation_id, new.id, new.ticket_id, new.consultant_id, new.step, new.starts_at, new.ends_at, new.is_chargeable, new.authorisation_id)
    then raise exception 'a time entry can only be voided, once' using errcode = 'restrict_violation'; end if;
    delta := -1;
    delete from busy_times where organisation_id = new.organisation_id and entry_id = new.id;
  end if;
  update tickets set
    administration_minutes = administration_minutes + case when is_charged and new.step = 'administration' then delta * new.minutes else 0 end,
    research_minutes = research_minutes + case when is_charged and new.step = 'research' then delta * new.minutes else 0 end,
    resolution_minutes = resolution_minutes + case when is_charged and new.step = 'resolution' then delta * new.minutes else 0 end,
    quoted_minutes = quoted_minutes + case when is_quoted then delta * new.minutes else 0 end,
    not_charged_minutes = not_charged_minutes + case when new.is_chargeable then 0 else delta * new.minutes end,
    has_uninvoiced_work = has_uninvoiced_work or is_charged
  where organisation_id = new.organisation_id and id = new.ticket_id;
  return new;
end $$;

-- The same as before, but that approving one price authorises no minutes.
create or replace function portal_changes_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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
    + (select coalesce(sum(a.minutes), 0) from authorisations a where a.organisation_id = old.organisation_id and a.ticket_id = old.id
      and a.state = 'approved' and a.fixed_price_cents is null)
  then raise exception 'more minutes than were approved' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

-- WHAT NEVER GOES, AND WHO SEES IT --------------------------------------------------------------------------------------------------------
do $$
declare customer_table text;
begin
  foreach customer_table in array array['addenda', 'visits', 'expenses', 'corrections'] loop
    execute format('create trigger never_changes before delete on %I for each row execute function refuse_change()', customer_table);
    execute format('create trigger never_truncated before truncate on %I for each statement execute function refuse_change()', customer_table);
    execute format('alter table %I enable row level security', customer_table);
    execute format('alter table %I force row level security', customer_table);
    execute format('create policy desk on %I to kwartier_desk using (true) with check (true)', customer_table);
    execute format('create policy portal on %I to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', customer_table);
    execute format('grant select on %I to kwartier_portal, kwartier_desk', customer_table);
    execute format('grant insert on %I to kwartier_desk', customer_table);
  end loop;
end $$;
create trigger never_changes before delete on authorisations for each row execute function refuse_change();
create trigger never_truncated before truncate on authorisations for each statement execute function refuse_change();
grant update (signed_on, signed_by, starts_on, ends_on) on addenda to kwartier_portal, kwartier_desk;
grant update (withdrawn_at) on addenda, corrections to kwartier_desk;
grant update (voided_at) on visits, expenses to kwartier_desk;
revoke all on function visit_takes_time from public;
