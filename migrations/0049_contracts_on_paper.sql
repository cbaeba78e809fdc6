-- Contracts that were signed on paper before the customer came to the portal: who recorded them, and which signatory confirmed it.
create table contract_recordings (
  organisation_id uuid not null,
  contract_id uuid not null,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz not null,
  confirmed_by uuid references people (id),
  confirmed_at timestamptz,
  primary key (organisation_id, contract_id),
  foreign key (organisation_id, contract_id) references contracts (organisation_id, id),
  check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2))
);
create index unconfirmed_contract_recordings on contract_recordings (organisation_id, recorded_at) where confirmed_at is null;

-- A signatory confirms it over the portal, once, in their own name; nothing else of it changes, whoever asks.
create function recording_is_confirmed_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.confirmed_at is not null or new.confirmed_at is null
    or (old.organisation_id, old.contract_id, old.recorded_by, old.recorded_at)
      is distinct from (new.organisation_id, new.contract_id, new.recorded_by, new.recorded_at)
  then raise exception 'a recorded contract is confirmed once' using errcode = 'restrict_violation'; end if;
  if (is_portal() or is_desk()) and not (may_consent() and new.confirmed_by is not distinct from app_person()
    and exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person()))
  then raise exception 'a confirmation that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger confirmed_once before update on contract_recordings for each row execute function recording_is_confirmed_once();
create trigger never_changes before delete on contract_recordings for each row execute function refuse_change();
create trigger never_truncated before truncate on contract_recordings for each statement execute function refuse_change();

alter table contract_recordings enable row level security;
alter table contract_recordings force row level security;
create policy desk on contract_recordings to kwartier_desk using (true) with check (true);
create policy portal on contract_recordings to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select on contract_recordings to kwartier_portal, kwartier_desk;
grant insert (organisation_id, contract_id, recorded_by, recorded_at) on contract_recordings to kwartier_desk;
grant update (confirmed_by, confirmed_at) on contract_recordings to kwartier_portal, kwartier_desk;

create or replace function is_contacts_event(kind text) returns boolean language sql immutable
  return kind in ('ticket-created', 'ticket-replied', 'ticket-outside-hours-agreed', 'ticket-withdrawn', 'ticket-reopened',
    'authorisation-approved', 'authorisation-declined', 'contract-signed', 'contract-confirmed', 'contract-terminated', 'contract-withdrawn',
    'contract-addendum-signed', 'seat-assigned', 'seat-vacated', 'signatory-appointed', 'signatory-withdrawn');
