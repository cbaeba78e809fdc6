-- Numbers that count on: a face moves a counter by one, and only together with what takes the number (R13, T4).

-- INVOICES: the counter and the numbers of a year agree at every commit -------------------------------------------------------------------------
create function desk_counts_on() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_desk() and (case tg_op when 'INSERT' then new.last_number <> 1 else
    new.last_number <> old.last_number + 1 or new.year <> old.year end)
  then raise exception 'a year counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger desk_counts_on before insert or update on invoice_counters for each row execute function desk_counts_on();

create function invoice_number_of(year integer, place integer) returns text language sql immutable set search_path = pg_catalog
  return year || '-' || lpad(place::text, greatest(4, length(place::text)), '0');

-- At the commit, because the number is taken before the invoice stands; for each step that was counted.
create function counted_for_an_invoice() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_desk() and not exists (select from invoices i where i.number = invoice_number_of(new.year, new.last_number))
  then raise exception 'no invoice took the number that was counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create constraint trigger counted_for_an_invoice after insert or update on invoice_counters deferrable initially deferred
  for each row execute function counted_for_an_invoice();

create function invoice_was_counted() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  place integer := split_part(new.number, '-', 2)::integer;
begin
  if is_desk() and not exists (select from invoice_counters c
    where invoice_number_of(c.year, place) = new.number and place between 1 and c.last_number)
  then raise exception 'the number of an invoice was not counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create constraint trigger invoice_was_counted after insert on invoices deferrable initially deferred
  for each row execute function invoice_was_counted();

-- TICKETS: the same of a month's, over either face ----------------------------------------------------------------------------------------------
create or replace function portal_counts_on() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (is_portal() or is_desk()) and (case tg_op when 'INSERT' then new.last_number <> 0 else
    new.last_number <> old.last_number + 1 or (new.organisation_id, new.month) <> (old.organisation_id, old.month) or new.last_created_at < old.last_created_at end)
  then raise exception 'a month counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
alter function portal_counts_on rename to face_counts_on;
alter trigger portal_counts_on on month_counters rename to face_counts_on;

create function counted_for_a_ticket() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (is_portal() or is_desk()) and not exists (select from tickets t
    where t.organisation_id = new.organisation_id and t.month = new.month and t.number_in_month = new.last_number)
  then raise exception 'no ticket took the number that was counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create constraint trigger counted_for_a_ticket after update on month_counters deferrable initially deferred
  for each row execute function counted_for_a_ticket();

-- Over the portal a ticket takes the month's newest number (portal_makes_ticket).
create function ticket_was_counted() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_desk() and not exists (select from month_counters c where c.organisation_id = new.organisation_id and c.month = new.month
    and new.number_in_month between 1 and c.last_number)
  then raise exception 'the number of a ticket was not counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create constraint trigger ticket_was_counted after insert on tickets deferrable initially deferred
  for each row execute function ticket_was_counted();

revoke all on function desk_counts_on, invoice_number_of, counted_for_an_invoice, invoice_was_counted, counted_for_a_ticket, ticket_was_counted
  from public;
grant execute on function invoice_number_of to kwartier_desk;

-- REPEATED REQUESTS are answered by the same bytes: jsonb would put the fields of an answer in an order of its own (R11).
alter table idempotency_keys alter column answer type json using answer::json;
