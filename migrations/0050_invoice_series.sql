-- A provider that moves in has used some of a year's invoice numbers elsewhere. This is the year's first number here; without a row it is 1.
create table invoice_series (
  year integer primary key check (year between 2000 and 2099),
  first_number integer not null check (first_number between 1 and 900000)
);
grant select, insert on invoice_series to kwartier_desk;
grant update (first_number) on invoice_series to kwartier_desk;

-- Once an invoice of the year is issued, its numbers count on from there.
create function series_is_open() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (tg_op = 'UPDATE' and old.year <> new.year) or exists (select from invoice_counters c where c.year = new.year)
  then raise exception 'the numbers of a year have begun' using errcode = 'restrict_violation', constraint = 'invoice_series_open'; end if;
  return new;
end $$;
create trigger series_is_open before insert or update on invoice_series for each row execute function series_is_open();
create trigger never_changes before delete on invoice_series for each row execute function refuse_change();
create trigger never_truncated before truncate on invoice_series for each statement execute function refuse_change();

-- Whoever issues an invoice shares the series until the transaction ends; whoever sets a first number has it alone.
create function share_invoice_series() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  lock table invoice_series in share mode;
end $$;
create function hold_invoice_series() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  lock table invoice_series in share row exclusive mode;
end $$;

create function first_number_of(of integer) returns integer language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select s.first_number from invoice_series s where s.year = of), 1);
$$;

-- The same as before, but a year begins with its own first number. Issuing locks the series before it reads that, so that whoever begins a
-- year waits for whoever sets its first number, and the other way round.
create or replace function desk_counts_on() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_desk() and (case tg_op when 'INSERT' then new.last_number <> first_number_of(new.year) else
    new.last_number <> old.last_number + 1 or new.year <> old.year end)
  then raise exception 'a year counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

create or replace function invoice_was_counted() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  place integer := split_part(new.number, '-', 2)::integer;
begin
  if is_desk() and not exists (select from invoice_counters c
    where invoice_number_of(c.year, place) = new.number and place between first_number_of(c.year) and c.last_number)
  then raise exception 'the number of an invoice was not counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
revoke all on function series_is_open, first_number_of, share_invoice_series, hold_invoice_series from public;
grant execute on function first_number_of, share_invoice_series, hold_invoice_series to kwartier_desk;
