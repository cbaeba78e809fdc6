-- What credits forgave of the charges (CE7), and what holds where customers stand for VAT (CE5).

-- CREDITS: what was forgiven is never charged again, and says why; the credit note's lines take back what was invoiced of it (CE7) ------------
create table forgiven_charges (
  organisation_id uuid not null,
  credit_note_id uuid not null,
  position integer not null check (position >= 1),
  ticket_id uuid not null,
  month text not null check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('start-fee', 'work', 'quote', 'visit', 'travel', 'cost', 'correction')),
  rate_window text check (rate_window ~ '^[a-z][a-z0-9-]{0,39}$'),
  source_id uuid,
  vat_category text not null check (vat_category in ('standard', 'reduced', 'zero', 'reverse-charge', 'outside-scope')),
  vat_percent integer not null check (vat_percent between 0 and 100),
  minutes integer not null,
  amount_cents bigint not null,
  reason text not null check (length(reason) between 1 and 2000),
  primary key (organisation_id, credit_note_id, position),
  constraint forgiven_once_for_each_key unique nulls not distinct
    (organisation_id, credit_note_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent),
  foreign key (organisation_id, credit_note_id) references invoices (organisation_id, id),
  foreign key (organisation_id, ticket_id) references tickets (organisation_id, id)
);
create index forgiven_charges_by_ticket on forgiven_charges (organisation_id, ticket_id);
create trigger never_changes before update or delete on forgiven_charges for each row execute function refuse_change();
create trigger never_truncated before truncate on forgiven_charges for each statement execute function refuse_change();

alter table forgiven_charges enable row level security;
alter table forgiven_charges force row level security;
create policy desk on forgiven_charges to kwartier_desk using (true) with check (true);
create policy portal on forgiven_charges to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select on forgiven_charges to kwartier_portal, kwartier_desk;
grant insert on forgiven_charges to kwartier_desk;

-- Nothing is forgiven but by a credit that says so.
create function forgiven_by_credit() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from invoices i where i.organisation_id = new.organisation_id and i.id = new.credit_note_id and i.credit_mode = 'forgive')
  then raise exception 'what no credit forgives' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger forgiven_by_credit before insert on forgiven_charges for each row execute function forgiven_by_credit();

-- VAT: where a customer stands never changes for a month of which a line stands on its invoices, whoever asks (CE5). ---------------------------
-- The last month of which a line stands on an organisation's invoices; null when none does.
create function last_invoiced_month(organisation uuid) returns text language sql stable
  return (select max(l.month) from invoice_lines l where l.organisation_id = organisation);

create function vat_position_stays_as_invoiced() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  whose uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
  since text := case tg_op when 'INSERT' then new.from_month when 'DELETE' then old.from_month else least(old.from_month, new.from_month) end;
begin
  -- Whoever issues an invoice holds the organisation from before the position is read until the lines are kept.
  perform from organisations o where o.organisation_id = whose for no key update;
  if since <= last_invoiced_month(whose)
  then raise exception 'where a customer stood for VAT in a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  if tg_op <> 'DELETE' and new.position = 'eu-business'
    and not exists (select from organisations o where o.organisation_id = whose and o.vat_number is not null)
  then raise exception 'VAT is reverse-charged only to a business with a VAT number' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger stays_as_invoiced before insert or update or delete on vat_positions for each row execute function vat_position_stays_as_invoiced();
create trigger never_truncated before truncate on vat_positions for each statement execute function refuse_change();

create function vat_number_stays_while_needed() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from vat_positions p where p.organisation_id = new.organisation_id and p.position = 'eu-business')
  then raise exception 'VAT is reverse-charged only to a business with a VAT number' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger vat_number_stays_while_needed before update of vat_number on organisations for each row
  when (new.vat_number is null and old.vat_number is not null) execute function vat_number_stays_while_needed();

revoke all on function last_invoiced_month, vat_position_stays_as_invoiced, vat_number_stays_while_needed, forgiven_by_credit from public;
grant execute on function last_invoiced_month to kwartier_desk;
