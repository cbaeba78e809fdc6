-- WHAT MAILS PEOPLE is counted by who does it and for which organisation, in two windows each (R29). A contact counts for themselves and
-- their organisation alone. The rows are always locked in the same order, and are held until what was counted is kept or undone.
create function take_mailing_hits(organisation uuid, at timestamptz)
returns table (bucket text, hits integer, window_started_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  person uuid := app_person();
  one record;
begin
  if person is null or organisation is null or (is_portal() and organisation is distinct from app_organisation())
  then raise exception 'mails of somebody else' using errcode = 'insufficient_privilege'; end if;
  for one in values (1, 'person', person, 10), (2, 'person', person, 60), (3, 'organisation', organisation, 10), (4, 'organisation', organisation, 60)
    order by 1
  loop
    bucket := one.column2 || '-' || one.column4;
    insert into rate_limits as r values ('mail-' || bucket || ':' || one.column3, at, 1)
    on conflict on constraint rate_limits_pkey do update set
      hits = case when r.window_started_at <= at - make_interval(mins => one.column4) then 1 else least(r.hits + 1, 1000000) end,
      window_started_at = case when r.window_started_at <= at - make_interval(mins => one.column4) then at else r.window_started_at end
    returning r.hits, r.window_started_at into hits, window_started_at;
    return next;
  end loop;
end $$;
revoke all on function take_mailing_hits from public;
grant execute on function take_mailing_hits to kwartier_desk, kwartier_portal;
