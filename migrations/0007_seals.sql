-- What a face may not do whatever it says of itself: a contact who dates a signature or a notice as it suits, staff who consent in a
-- customer's place, and anybody who adds to what was issued.

-- Whether it is staff's face that is connected. Neither this nor is_portal() holds for the owner, who is a member of both.
create function is_desk() returns boolean language sql stable
  return pg_has_role(session_user, 'kwartier_desk', 'MEMBER') and not pg_has_role(session_user, 'kwartier_portal', 'MEMBER');

-- CONTRACTS: what was offered stays as it was offered, what was signed as it was signed, whoever asks (K1-K5) -------------------------------
create function contract_stays_as_signed() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (old.organisation_id, old.id, old.terms_year, old.offered_at) is distinct from (new.organisation_id, new.id, new.terms_year, new.offered_at)
    or (old.signed_on is not null and (old.signed_on, old.signed_by) is distinct from (new.signed_on, new.signed_by))
    or (old.terminated_at is not null and old.terminated_at is distinct from new.terminated_at)
    or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at)
    -- A period begins with a signature, goes with a withdrawal, and becomes shorter with a notice.
    or (old.starts_on is null and new.starts_on is not null and old.signed_on is not null)
    or (old.starts_on is not null and new.starts_on is not null and (new.starts_on <> old.starts_on or new.ends_on > old.ends_on
      or (new.ends_on <> old.ends_on and (old.terminated_at is not null or new.terminated_at is null))))
  then raise exception 'a contract stays as it was offered and signed' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger stays_as_signed before update on contracts for each row execute function contract_stays_as_signed();
create trigger never_changes before delete on contracts for each row execute function refuse_change();
create trigger never_truncated before truncate on contracts for each statement execute function refuse_change();

-- A signatory signs for the period that follows from the day (K1, K4), on a day that is not before the offer; and ends or takes back a
-- contract as of no day on which anything happened under it later (K3).
create or replace function portal_changes_contract() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  signs boolean := old.signed_on is null and old.withdrawn_at is null
    and new.signed_by is not distinct from app_person() and new.withdrawn_at is null and new.terminated_at is null
    -- The local date is core's to say; here it may only not be before the offer.
    and new.signed_on + interval '2 days' > old.offered_at
    and new.starts_on = greatest((date_trunc('month', new.signed_on) + interval '1 month')::date, make_date(new.terms_year, 1, 1),
      (select max(c.ends_on) + 1 from contracts c where c.organisation_id = old.organisation_id))
    and new.ends_on = make_date(new.terms_year, 12, 31);
  ends boolean := old.starts_on is not null and old.terminated_at is null and new.terminated_at is not null
    and new.starts_on = old.starts_on and new.ends_on <= old.ends_on
    and new.ends_on + interval '2 days' >= new.terminated_at;
  takes_back boolean := old.starts_on is not null and old.terminated_at is null and new.withdrawn_at < old.starts_on + interval '1 day';
  -- The last day on which the contract still holds, or before which it is taken back.
  until date := case when new.withdrawn_at is null then new.ends_on else old.starts_on - 1 end;
begin
  if not is_portal() then return new; end if;
  if not exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    or not coalesce(signs or ((ends or takes_back) and (new.signed_on, new.signed_by) = (old.signed_on, old.signed_by)), false)
    or (old.signed_on is not null and (
      exists (select from tickets t where t.organisation_id = old.organisation_id and t.last_activity_at >= until + interval '2 days')
      or exists (select from tickets t where t.organisation_id = old.organisation_id and t.month > to_char(until, 'YYYY-MM'))))
  then raise exception 'a change of a contract that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

-- An addendum is signed for as long as its contract lasts (A3).
create or replace function portal_signs_addendum() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and not (coalesce(new.signed_by = app_person() and new.signed_on + interval '2 days' > old.offered_at, false)
    and exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    and exists (select from contracts c where c.organisation_id = old.organisation_id and c.id = old.contract_id
      and new.starts_on = greatest(new.signed_on, c.starts_on) and new.ends_on = c.ends_on))
  then raise exception 'a signature that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

-- Staff's face writes offers; only a signature makes more of them.
revoke insert on contracts, addenda from kwartier_desk;
grant insert (organisation_id, id, terms_year, offered_at) on contracts to kwartier_desk;
grant insert (organisation_id, id, contract_id, terms, offered_by, offered_at) on addenda to kwartier_desk;
revoke update on contracts from kwartier_desk;
grant update (signed_on, signed_by, starts_on, ends_on, terminated_at, withdrawn_at) on contracts to kwartier_desk;

-- AUTHORISATIONS: consent is a seated contact's (T2, T3) -------------------------------------------------------------------------------------
-- Whether who is connected may record a customer's consent: never over staff's face, but that a demo is played over it.
create function may_consent() returns boolean language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if not is_desk() then return true; end if;
  return app_actor() = 'contact' and not exists (select from installation where not is_demo);
end $$;

-- As before, but that what was decided or delivered stays so to the day, and that staff's face never consents.
create or replace function authorisation_stays_as_asked() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  settling text[] := array['state', 'decided_by', 'decided_at', 'decline_reason', 'version', 'delivered_on', 'delivered_by'];
  -- What a step does not settle itself.
  settled text[] := case when old.state = new.state then array['version']
    when new.state = 'delivered' then array['state', 'version', 'delivered_on', 'delivered_by'] else settling end;
begin
  if to_jsonb(old) - settled is distinct from to_jsonb(new) - settled
    or not (old.state = new.state or old.state = 'requested' and new.state in ('approved', 'declined', 'withdrawn')
      or old.state = 'approved' and old.fixed_price_cents is not null and new.state in ('delivered', 'withdrawn'))
  then raise exception 'an authorisation stays as it was asked and decided' using errcode = 'restrict_violation'; end if;
  if old.state <> new.state and new.state in ('approved', 'declined') and not may_consent()
  then raise exception 'only a contact decides' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

create or replace function portal_decides_authorisation() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and (old.state <> 'requested' or new.state not in ('approved', 'declined')
    or new.decided_by is distinct from app_person() or new.version <> old.version + 1
    or not exists (select from seats s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    -- Clocks of two machines may differ, and the local date is core's to say; here it may only not be another day.
    or new.decided_at < old.requested_at - interval '1 day'
    or (new.state = 'approved' and new.decided_at >= old.valid_until + interval '2 days'))
  then raise exception 'a decision that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

revoke insert on authorisations from kwartier_desk;
grant insert (organisation_id, id, ticket_id, kind, minutes, estimate_cents, fixed_price_cents, windows, explanation, valid_until, terms_year,
  requested_by, requested_at) on authorisations to kwartier_desk;

-- A ticket's number, flag, start fee and terms are of its creation (T4, T5); its ceiling is a contact's to raise (T2, T3).
create function desk_keeps_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  created text[] := array['organisation_id', 'id', 'reference', 'created_by', 'created_at', 'month', 'number_in_month', 'is_additional',
    'terms_year', 'start_fee_minutes'];
begin
  if is_desk() and exists (select from unnest(created) name where to_jsonb(old) -> name is distinct from to_jsonb(new) -> name)
    or new.authorised_minutes <> old.authorised_minutes and not may_consent()
  then raise exception 'what a ticket was created with is nobody''s to change' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger desk_keeps_ticket before update on tickets for each row
  when ((old.organisation_id, old.id, old.reference, old.created_by, old.created_at, old.month, old.number_in_month, old.is_additional,
      old.terms_year, old.start_fee_minutes, old.authorised_minutes)
    is distinct from (new.organisation_id, new.id, new.reference, new.created_by, new.created_at, new.month, new.number_in_month,
      new.is_additional, new.terms_year, new.start_fee_minutes, new.authorised_minutes))
  execute function desk_keeps_ticket();

-- INVOICES: nothing joins one after the event of its issue (R13) -----------------------------------------------------------------------------
create function nothing_joins_issued() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  invoice uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from events e where e.organisation_id = new.organisation_id and e.subject = invoice::text
    and e.kind in ('invoice-issued', 'invoice-credited'))
  then raise exception 'nothing is added to what was issued' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger nothing_joins_issued before insert on invoice_lines for each row execute function nothing_joins_issued('invoice_id');
create trigger nothing_joins_issued before insert on invoice_vat for each row execute function nothing_joins_issued('invoice_id');
create trigger nothing_joins_issued before insert on forgiven_charges for each row execute function nothing_joins_issued('credit_note_id');

alter table invoices add check (number ~ '^20\d\d-\d{4,9}$');
-- Far above anything real, and far below where sums of them would overflow.
alter table invoice_payments add check (amount_cents between -10000000000000 and 10000000000000);
alter table corrections add check (amount_cents <= 10000000000000);

-- VAT: a position stays with its customer, and an empty number is none (CE5) -----------------------------------------------------------------
create or replace function vat_position_stays_as_invoiced() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  whose uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
  since text := case tg_op when 'INSERT' then new.from_month when 'DELETE' then old.from_month else least(old.from_month, new.from_month) end;
begin
  if tg_op = 'UPDATE' and new.organisation_id <> old.organisation_id
  then raise exception 'where a customer stands for VAT is no other''s' using errcode = 'restrict_violation'; end if;
  -- Whoever issues an invoice holds the organisation from before the position is read until the lines are kept.
  perform from organisations o where o.organisation_id = whose for no key update;
  if since <= last_invoiced_month(whose)
  then raise exception 'where a customer stood for VAT in a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  if tg_op <> 'DELETE' and new.position = 'eu-business'
    and not exists (select from organisations o where o.organisation_id = whose and o.vat_number <> '')
  then raise exception 'VAT is reverse-charged only to a business with a VAT number' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
drop trigger vat_number_stays_while_needed on organisations;
create trigger vat_number_stays_while_needed before update of vat_number on organisations for each row
  when (coalesce(new.vat_number, '') = '' and old.vat_number <> '') execute function vat_number_stays_while_needed();

-- EVENTS: a contact's face records what contacts do, and nothing that staff do ---------------------------------------------------------------
create function is_contacts_event(kind text) returns boolean language sql immutable
  return kind in ('ticket-created', 'ticket-replied', 'ticket-outside-hours-agreed', 'ticket-withdrawn', 'ticket-reopened',
    'authorisation-approved', 'authorisation-declined', 'contract-signed', 'contract-terminated', 'contract-withdrawn', 'contract-addendum-signed');
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
  if is_portal() and (app_actor() <> 'contact' or app_person() is null or not is_contacts_event(event_kind))
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
revoke all on function nothing_joins_issued, desk_keeps_ticket, contract_stays_as_signed from public;
