-- PEOPLE OF A CUSTOMER (P2): a signatory designates the contacts. A customer's face can neither read people nor write rows about them. It
-- names somebody by their address; these functions do the rest, for its own organisation and a signatory only.
create function may_designate(organisation uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select not is_portal() or coalesce(organisation = app_organisation() and app_actor() = 'contact' and exists (
    select from signatories s where s.organisation_id = organisation and s.person_id = app_person()), false);
$$;

-- Locks the people of an organisation until the transaction ends, so that two changes take turns. False for whoever may not change them, also
-- when they were withdrawn while they waited.
create function hold_people(organisation uuid) returns boolean language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  if not may_designate(organisation) then return false; end if;
  perform from organisations o where o.organisation_id = organisation for no key update;
  return may_designate(organisation);
end $$;

-- Whoever has an address, who keeps the name they have; or somebody new. Null for staff, and for somebody who may not sign in.
create function name_person(organisation uuid, new_id uuid, called text, address text, speaks text, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  known uuid;
begin
  if not may_designate(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into people (id, name, mail_address, language, created_at) values (new_id, called, address, speaks, at)
    on conflict on constraint people_mail_address_key do nothing;
  select p.id into known from people p where p.mail_address = address and p.staff_role is null and p.deactivated_at is null;
  return known;
end $$;

-- Whoever has an address, if they may have a place at a customer. The address is asked for, because an id alone proves nothing.
create function customer_of_address(address text) returns uuid language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  known uuid;
begin
  select p.id into known from people p where p.mail_address = address and p.staff_role is null and p.deactivated_at is null;
  if known is null then raise exception 'nobody of a customer has this address' using errcode = 'insufficient_privilege'; end if;
  return known;
end $$;

create function give_seat(organisation uuid, seat integer, address text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into seats (organisation_id, seat_number, person_id, assigned_at) values (organisation, seat, customer_of_address(address), at)
    on conflict (organisation_id, seat_number) do update set person_id = excluded.person_id, assigned_at = excluded.assigned_at;
end $$;

create function vacate_seat(organisation uuid, seat integer) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  delete from seats s where s.organisation_id = organisation and s.seat_number = seat;
end $$;

create function add_signatory(organisation uuid, address text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into signatories (organisation_id, person_id, appointed_at) values (organisation, customer_of_address(address), at);
end $$;

create function remove_signatory(organisation uuid, person uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  if is_portal() and person = app_person()
  then raise exception 'a signatory is withdrawn by another' using errcode = 'insufficient_privilege'; end if;
  delete from signatories s where s.organisation_id = organisation and s.person_id = person;
end $$;

-- Whoever asks, and also when two withdraw each other at once: a customer keeps somebody who may sign.
create function signatory_remains() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from organisations o where o.organisation_id = old.organisation_id for no key update;
  if not exists (select from signatories s where s.organisation_id = old.organisation_id)
  then raise exception 'the last signatory stays' using errcode = 'restrict_violation', constraint = 'signatory_remains'; end if;
  return null;
end $$;
create trigger signatory_remains after delete on signatories for each row execute function signatory_remains();

-- Who got which seat when, newest first; null for a seat that became empty. The events are hidden, because their payloads hold ids.
create index events_of_seats on events (organisation_id, sequence desc) where kind in ('seat-assigned', 'seat-vacated');
create function seat_history(organisation uuid, most integer) returns table (happened_at timestamptz, seat integer, holder text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and organisation is distinct from app_organisation()
  then raise exception 'seats of another organisation' using errcode = 'insufficient_privilege'; end if;
  return query select e.at, (p.payload ->> 'seat')::integer, (select h.name from people h where h.id = (p.payload ->> 'after')::uuid)
    from events e join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
    where e.organisation_id = organisation and e.kind in ('seat-assigned', 'seat-vacated') and p.payload ? 'seat'
    order by e.sequence desc limit least(most, 200);
end $$;

create or replace function is_contacts_event(kind text) returns boolean language sql immutable
  return kind in ('ticket-created', 'ticket-replied', 'ticket-outside-hours-agreed', 'ticket-withdrawn', 'ticket-reopened',
    'authorisation-approved', 'authorisation-declined', 'contract-signed', 'contract-terminated', 'contract-withdrawn', 'contract-addendum-signed',
    'seat-assigned', 'seat-vacated', 'signatory-appointed', 'signatory-withdrawn');

revoke all on function may_designate, hold_people, name_person, customer_of_address, give_seat, vacate_seat, add_signatory, remove_signatory,
  signatory_remains, seat_history from public;
grant execute on function hold_people, name_person, give_seat, vacate_seat, add_signatory, remove_signatory, seat_history
  to kwartier_portal, kwartier_desk;
