-- REFUSED ACCESSES: who was refused what and when (R38). Counted by the minute and bounded, so that nobody can fill the disk by knocking;
-- kept for 90 days, so it is no part of the chain of events. Nobody changes a row but by these two functions. ------------------------------
create table refused_accesses (
  id uuid primary key,
  minute timestamptz not null check (minute = date_trunc('minute', minute, 'UTC')),
  -- The refusal's code.
  reason text not null check (reason ~ '^[a-z-]{1,40}$'),
  -- Who was refused, or whose sign-in it was; nobody's when it is not known.
  person_id uuid references people (id),
  organisation_id uuid references organisations (organisation_id),
  -- The method and path, without a query; empty when there were too many different ones in this minute.
  address text not null check (length(address) <= 300),
  -- Where it came from, as far as one household or office goes.
  network text not null check (length(network) <= 60),
  hits integer not null check (hits > 0),
  last_at timestamptz not null,
  -- The last one's, to find it in the log.
  request_id uuid not null,
  unique nulls not distinct (minute, reason, person_id, organisation_id, address, network)
);
create index refused_accesses_of_person on refused_accesses (person_id, id desc) where person_id is not null;
create index refused_accesses_of_organisation on refused_accesses (organisation_id, id desc) where organisation_id is not null;
create trigger never_truncated before truncate on refused_accesses for each statement execute function refuse_change();

-- Writes down what was refused. In one minute a person has twenty rows of their own, everybody who is not known sixty together, and all
-- three hundred; the hits beyond are counted without address and network, and at last without a person.
create function record_refused_accesses(given jsonb) returns void language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  one record;
begin
  for one in select * from jsonb_to_recordset(given) as x (id uuid, minute timestamptz, reason text, person_id uuid, organisation_id uuid,
    address text, network text, hits integer, last_at timestamptz, request_id uuid)
  loop
    if not exists (select from refused_accesses r where r.minute = one.minute and r.reason = one.reason and r.address = one.address
      and r.network = one.network and r.person_id is not distinct from one.person_id
      and r.organisation_id is not distinct from one.organisation_id)
    then
      if (select count(*) from refused_accesses r where r.minute = one.minute and r.person_id is not distinct from one.person_id)
        >= (case when one.person_id is null then 60 else 20 end)
      then one.address := ''; one.network := ''; end if;
      if (select count(*) from refused_accesses r where r.minute = one.minute) >= 300
      then one.address := ''; one.network := ''; one.person_id := null; one.organisation_id := null; end if;
    end if;
    insert into refused_accesses as r values (one.id, one.minute, one.reason, one.person_id, one.organisation_id, one.address, one.network,
      one.hits, one.last_at, one.request_id)
    on conflict (minute, reason, person_id, organisation_id, address, network) do update set
      hits = least(r.hits::bigint + excluded.hits, 1000000000), last_at = greatest(r.last_at, excluded.last_at), request_id = excluded.request_id;
  end loop;
end $$;

-- Forgets what is older than 90 days, and the oldest of more than half a million. What is younger goes by nobody's wish.
create function forget_refused_accesses() returns bigint language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  forgotten bigint;
begin
  delete from refused_accesses where minute < now() - interval '90 days'
    or id <= (select r.id from refused_accesses r order by r.id desc offset 500000 limit 1);
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

revoke all on function record_refused_accesses, forget_refused_accesses from public;
grant execute on function record_refused_accesses, forget_refused_accesses to kwartier_desk;
alter table refused_accesses enable row level security;
alter table refused_accesses force row level security;
create policy desk on refused_accesses for select to kwartier_desk using (true);
grant select on refused_accesses to kwartier_desk;
