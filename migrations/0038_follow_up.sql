-- The day on which staff look again at a ticket that waits. It ends when the ticket waits no longer, whoever ends that.
alter table tickets
  add column follow_up_on date,
  add constraint tickets_follow_up_on_check check (follow_up_on is null or (status = 'open' and waits_for <> 'provider'));

create function follow_up_ends() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.status = 'closed' or new.waits_for = 'provider' then new.follow_up_on := null; end if;
  return new;
end $$;

create trigger follow_up_ends before update on tickets for each row when (old.follow_up_on is not null) execute function follow_up_ends();
