-- Which jobs there are is the program's to know: a new one needs no step here. The portal goes on to enqueue nothing but the reaction
-- to an event of its own organisation, whatever else there is.
create or replace function enqueue_job(task text, payload json, key text default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_portal() and (task is distinct from 'react-to-event' or key is not null or app_organisation() is null
     or payload ->> 'organisationId' is distinct from app_organisation()::text)
  then raise exception 'a task that is not the portal''s' using errcode = 'insufficient_privilege'; end if;
  perform graphile_worker.add_job(task, payload, job_key => key);
end $$;
