-- OPEN STREAMS: whoever may no longer act is told to every process when it is committed, so that what is open ends with it (R03). -----------
create function tell_access() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- The column that names the person is the trigger's argument.
  perform pg_notify('kwartier_access', to_jsonb(old) ->> tg_argv[0]);
  return null;
end $$;
create trigger tells_access after update on sessions for each row
  when (old.revoked_at is distinct from new.revoked_at or old.organisation_id is distinct from new.organisation_id
    or new.idle_expires_at < old.idle_expires_at or new.expires_at < old.expires_at)
  execute function tell_access('person_id');
create trigger tells_access_deleted after delete on sessions for each row execute function tell_access('person_id');
create trigger tells_access after update on people for each row
  when (old.deactivated_at is distinct from new.deactivated_at or old.staff_role is distinct from new.staff_role)
  execute function tell_access('id');
create trigger tells_access after update or delete on seats for each row execute function tell_access('person_id');
create trigger tells_access after update or delete on signatories for each row execute function tell_access('person_id');
