-- The provider's one time zone, and the VAT number that goes with where a customer stands.

-- TERMS: whoever publishes them, of the provider's time zone; those that were published before stay as they are (M4, K5) ---------------------
alter table terms add constraint terms_time_zone check (coalesce(data ->> 'timeZone', '') = 'Europe/Amsterdam') not valid;

-- VAT: each position has the number of its time, so that a customer can leave one behind and late work still names it (CE5) -------------------
alter table vat_positions add column vat_number text check (vat_number <> '');
alter table vat_positions disable trigger stays_as_invoiced;
update vat_positions p set vat_number = nullif(o.vat_number, '') from organisations o where o.organisation_id = p.organisation_id;
alter table vat_positions enable trigger stays_as_invoiced;
alter table vat_positions add constraint vat_number_of_business check (position <> 'eu-business' or vat_number is not null);

drop trigger vat_number_stays_while_needed on organisations;
drop function vat_number_stays_while_needed;

create or replace function vat_position_stays_as_invoiced() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  whose uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
  since text := case tg_op when 'INSERT' then new.from_month when 'DELETE' then old.from_month else least(old.from_month, new.from_month) end;
begin
  if tg_op = 'UPDATE' and new.organisation_id <> old.organisation_id
  then raise exception 'where a customer stands for VAT is no other''s' using errcode = 'restrict_violation'; end if;
  -- Whoever issues an invoice holds the organisation from before the position is read until the lines are kept.
  perform from organisations o where o.organisation_id = whose for no key update;
  -- A number that was typed wrong can be put right: what was issued keeps its own.
  if tg_op = 'UPDATE' and (old.from_month, old.position) = (new.from_month, new.position) then return new; end if;
  if since <= last_invoiced_month(whose)
  then raise exception 'where a customer stood for VAT in a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
