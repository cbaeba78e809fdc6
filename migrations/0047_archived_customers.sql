-- ARCHIVED CUSTOMERS leave the lists and keep their history. -------------------------------------------------------------------------------
alter table organisations add column archived_at timestamptz;
create index organisations_archived on organisations (lower(name), organisation_id) where archived_at is not null;

-- Whoever asks: an archived customer has neither an offer nor a contract that runs or will run, and no open ticket. The local date is core's to
-- say; here the last day, or that on which an offer can still be signed, may only not be later.
create function archived_is_idle() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from tickets t where t.organisation_id = new.organisation_id and t.status = 'open')
    or exists (select from contracts c where c.organisation_id = new.organisation_id and c.withdrawn_at is null
      and (case when c.signed_on is null then make_date(c.terms_year, 11, 30) else c.ends_on end > new.archived_at))
  then raise exception 'a customer with a contract, an offer or an open ticket is not archived' using errcode = 'restrict_violation'; end if;
  return null;
end $$;
create trigger archived_is_idle after update of archived_at on organisations for each row
  when (old.archived_at is null and new.archived_at is not null) execute function archived_is_idle();

create function archived_gets_no_contract() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Archiving takes turns with this.
  if (select o.archived_at from organisations o where o.organisation_id = new.organisation_id for share) is not null
  then raise exception 'a customer that is archived gets no contract' using errcode = 'restrict_violation',
    constraint = 'archived_gets_no_contract'; end if;
  return new;
end $$;
create trigger archived_gets_no_contract before insert on contracts for each row execute function archived_gets_no_contract();
revoke all on function archived_is_idle, archived_gets_no_contract from public;
