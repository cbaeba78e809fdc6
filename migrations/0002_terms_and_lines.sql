-- Rate windows become data of the terms; an invoice's line carries its whole key (CE7) and its VAT's category, an invoice any number
-- of VAT rates; a credit says what it credits and whether that is charged again.

-- TERMS: which windows there are and when each counts, instead of three rates and the office's hours (M4, M5, P2, K5, D2) ---------------
alter table terms disable trigger never_changes;
update terms set data = (data - 'rates' - 'officeOpens' - 'officeCloses') || jsonb_build_object(
  'windows', jsonb_build_array(
    jsonb_build_object('id', 'office', 'names', jsonb_build_object('nl', 'kantooruren', 'en', 'office hours'),
      'hourlyRate', (data -> 'rates' ->> 'office')::bigint),
    jsonb_build_object('id', 'outside', 'names', jsonb_build_object('nl', 'buiten kantooruren', 'en', 'outside office hours'),
      'hourlyRate', (data -> 'rates' ->> 'outside')::bigint),
    jsonb_build_object('id', 'weekend-holiday', 'names', jsonb_build_object('nl', 'weekend of feestdag', 'en', 'weekend or public holiday'),
      'hourlyRate', (data -> 'rates' ->> 'weekend-holiday')::bigint)),
  'week', (select jsonb_object_agg(day,
      case when day in ('saturday', 'sunday', 'holiday') then jsonb_build_array(jsonb_build_object('from', '00:00', 'window', 'weekend-holiday'))
      else jsonb_build_array(
        jsonb_build_object('from', '00:00', 'window', 'outside'),
        jsonb_build_object('from', data ->> 'officeOpens', 'window', 'office'),
        jsonb_build_object('from', data ->> 'officeCloses', 'window', 'outside')) end)
    from unnest(array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'holiday']) day),
  'usualWindow', 'office', 'contactSeats', 2, 'researchWarnings', jsonb_build_array(30, 10), 'reducedVatPercent', 9, 'renewalFromMonth', 11)
where data ? 'rates';
alter table terms enable trigger never_changes;

-- INVOICES -----------------------------------------------------------------------------------------------------------------------------
alter table invoice_lines disable trigger never_changes;
alter table invoice_lines
  drop constraint invoice_lines_kind_check,
  drop constraint invoice_lines_rate_window_check,
  drop constraint invoice_lines_organisation_id_invoice_id_month_ticket_id_ki_key,
  alter column rate_window drop not null,
  alter column hourly_rate_cents drop not null,
  add column source_id uuid,
  add column vat_category text not null default 'standard',
  add column window_names jsonb;
alter table invoice_lines alter column vat_category drop default;
update invoice_lines set window_names = case rate_window
    when 'office' then '{"nl": "kantooruren", "en": "office hours"}'::jsonb
    when 'outside' then '{"nl": "buiten kantooruren", "en": "outside office hours"}'
    else '{"nl": "weekend of feestdag", "en": "weekend or public holiday"}' end,
  reasons = (select coalesce(jsonb_agg(case reason ->> 'kind'
      when 'amount' then reason || jsonb_build_object('amountCents', amount_total_cents)
      when 'already-invoiced' then reason || jsonb_build_object('amountTotalCents', amount_total_cents, 'amountBeforeCents', amount_before_cents)
      else reason end order by place), '[]') from jsonb_array_elements(reasons) with ordinality each (reason, place));
alter table invoice_lines
  add check (kind in ('start-fee', 'work', 'quote', 'visit', 'travel', 'cost', 'correction')),
  add check (rate_window ~ '^[a-z][a-z0-9-]{0,39}$'),
  add check ((rate_window is null) = (window_names is null)),
  add check ((kind in ('start-fee', 'work')) = (rate_window is not null)),
  add check ((kind in ('start-fee', 'work', 'visit')) = (hourly_rate_cents is not null)),
  add check (vat_category in ('standard', 'reduced', 'zero', 'reverse-charge', 'outside-scope')),
  add constraint one_line_for_each_key unique nulls not distinct
    (organisation_id, invoice_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent);
alter table invoice_lines enable trigger never_changes;

-- What an invoice comes to for each VAT rate (CE5).
create table invoice_vat (
  organisation_id uuid not null,
  invoice_id uuid not null,
  category text not null check (category in ('standard', 'reduced', 'zero', 'reverse-charge', 'outside-scope')),
  percent integer not null check (percent between 0 and 100),
  subtotal_cents bigint not null,
  vat_cents bigint not null,
  primary key (organisation_id, invoice_id, category, percent),
  foreign key (organisation_id, invoice_id) references invoices (organisation_id, id),
  check (category in ('standard', 'reduced') or percent = 0)
);
insert into invoice_vat select organisation_id, id, 'standard', vat_percent, subtotal_cents, vat_cents from invoices;
create trigger never_changes before update or delete on invoice_vat for each row execute function refuse_change();
create trigger never_truncated before truncate on invoice_vat for each statement execute function refuse_change();

alter table invoices disable trigger never_changes;
update invoices set snapshot = jsonb_set(snapshot, '{document}', (snapshot -> 'document') - 'vatPercent' - 'vatCents'
  || jsonb_build_object('vat', jsonb_build_array(jsonb_build_object('category', 'standard', 'percent', vat_percent,
    'subtotalCents', subtotal_cents::text, 'vatCents', vat_cents::text))))
where snapshot ? 'document';
alter table invoices enable trigger never_changes;
alter table invoices
  drop column vat_percent,
  add column credits_id uuid,
  add column credit_mode text check (credit_mode in ('rebill', 'forgive')),
  add column credit_reason text check (length(credit_reason) between 1 and 2000),
  add foreign key (organisation_id, credits_id) references invoices (organisation_id, id),
  add check ((credits_id is null) = (credit_mode is null) and (credits_id is null) = (credit_reason is null)),
  add check (credits_id is null or kind = 'credit-note');
create index invoices_by_credited on invoices (organisation_id, credits_id) where credits_id is not null;

-- Where a customer stands for VAT, from a month on; before the first it is at home (CE5).
create table vat_positions (
  organisation_id uuid not null references organisations (organisation_id),
  from_month text not null check (from_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  position text not null check (position in ('domestic', 'eu-business', 'outside-eu')),
  recorded_at timestamptz not null,
  primary key (organisation_id, from_month)
);

do $$
declare customer_table text;
begin
  foreach customer_table in array array['invoice_vat', 'vat_positions'] loop
    execute format('alter table %I enable row level security', customer_table);
    execute format('alter table %I force row level security', customer_table);
    execute format('create policy desk on %I to kwartier_desk using (true) with check (true)', customer_table);
    execute format('create policy portal on %I to kwartier_portal using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', customer_table);
    execute format('grant select on %I to kwartier_portal, kwartier_desk', customer_table);
  end loop;
end $$;
grant insert on invoice_vat to kwartier_desk;
grant insert, update on vat_positions to kwartier_desk;

-- A month without a limit has no additional tickets (T4).
create or replace function portal_makes_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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
      and new.is_additional = coalesce(new.number_in_month > (t.data ->> 'ticketsPerMonth')::integer, false)
      and new.start_fee_minutes = (t.data ->> 'startFeeMinutes')::integer
      and new.authorised_minutes = (t.data ->> 'authorisedMinutes')::integer)
  then raise exception 'a ticket that is not as the terms say' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
