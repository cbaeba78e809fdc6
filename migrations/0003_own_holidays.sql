-- The provider's own days off (CE2): a day is never added to, changed in or taken off a month that stands on anybody's invoice,
-- whoever asks, so that an issued invoice follows from the calendar for good.

alter table provider_holidays add check (length(name) between 1 and 100);
alter table provider_holidays add check (held_on between '2000-01-01' and '2099-12-31');
create index invoice_lines_by_month on invoice_lines (month);

-- Whether a line of a month stands on anybody's invoice. For who sees all organisations.
create function is_month_invoiced(month text) returns boolean language sql stable
  return exists (select from invoice_lines l where l.month = is_month_invoiced.month);

-- Who issues an invoice shares this lock from before the days off are read until the lines are kept; who changes a day off waits for
-- them and then sees their lines.
create function share_holidays() returns void language sql volatile
  begin atomic select pg_advisory_xact_lock_shared(7451206); end;
create function hold_holidays() returns void language sql volatile
  begin atomic select pg_advisory_xact_lock(7451206); end;

create function holidays_stay_as_invoiced() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  days date[] := '{}';
begin
  if tg_op <> 'INSERT' then days := days || old.held_on; end if;
  if tg_op <> 'DELETE' then days := days || new.held_on; end if;
  perform hold_holidays();
  if exists (select from unnest(days) day where is_month_invoiced(to_char(day, 'YYYY-MM')))
  then raise exception 'a day off of a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
create trigger holidays_stay_as_invoiced after insert or update or delete on provider_holidays
  for each row execute function holidays_stay_as_invoiced();
create trigger never_truncated before truncate on provider_holidays for each statement execute function refuse_change();

revoke all on function is_month_invoiced, share_holidays, hold_holidays, holidays_stay_as_invoiced from public;
grant execute on function is_month_invoiced, share_holidays, hold_holidays to kwartier_desk;
