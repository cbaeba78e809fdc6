-- What has to be mailed to whom, and what became of it. No texts: a mail is written anew from its event whenever it is tried, and the code
-- of a sign-in lives in its mail alone (R33, R45).
create table outgoing_mails (
  id uuid primary key,
  kind text not null check (kind in ('notice', 'invoice', 'sign-in-code')),
  -- Nobody's for a sign-in code, which is a person's.
  organisation_id uuid references organisations (organisation_id),
  -- The event it tells of, or the sign-in code it carries.
  about_id uuid not null,
  -- Whom it goes to; nobody for the organisation's own address for invoices.
  person_id uuid references people (id),
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused', 'given-up', 'stopped', 'needless')),
  made_at timestamptz not null,
  -- Since when it has been waiting: since it was made, or since somebody had it tried again.
  waiting_since timestamptz not null,
  -- When it is no longer of use; never for an invoice, which only a person stops.
  ends_at timestamptz,
  next_try_at timestamptz not null,
  -- Until then one process has it in hand.
  claimed_until timestamptz,
  tries integer not null default 0 check (tries >= 0),
  tried_at timestamptz,
  address text check (length(address) <= 320),
  -- What stood in the way last, and what the mail server said last, in its own words.
  problem text check (problem in ('unreachable', 'interrupted', 'insecure', 'not-signed-in', 'sender-refused', 'not-now', 'relay-refused',
    'receiver-later', 'receiver-refused', 'message-later', 'message-refused', 'too-large', 'not-an-address', 'not-made')),
  answer text check (length(answer) <= 500),
  settled_at timestamptz,
  unique nulls not distinct (about_id, person_id),
  foreign key (organisation_id, about_id) references events (organisation_id, id),
  check ((kind = 'sign-in-code') = (organisation_id is null)),
  check (person_id is not null or kind = 'invoice'),
  check ((kind = 'invoice') = (ends_at is null)),
  check ((state = 'waiting') = (settled_at is null)),
  check (state <> 'accepted' or (address is not null and tried_at is not null))
);
create index outgoing_mails_waiting on outgoing_mails (next_try_at) where state = 'waiting';
-- What staff look at, by how it stands.
create index outgoing_mails_open on outgoing_mails (state, waiting_since, id) where state in ('waiting', 'refused', 'given-up', 'stopped');
create index outgoing_mails_settled on outgoing_mails (settled_at) where settled_at is not null and kind <> 'invoice';

-- What the mail server took is never sent again, and of an invoice it stays on record.
create function accepted_mail_stays() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.kind = 'invoice' then raise exception 'what became of an invoice''s mail stays' using errcode = 'restrict_violation'; end if;
    return old;
  end if;
  if old.state = 'accepted' or (old.id, old.kind, old.about_id, old.made_at) is distinct from (new.id, new.kind, new.about_id, new.made_at)
    or (old.organisation_id, old.person_id) is distinct from (new.organisation_id, new.person_id)
  then raise exception 'a mail that was accepted stays so, and no mail becomes another' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
revoke all on function accepted_mail_stays from public;
create trigger accepted_mail_stays before update or delete on outgoing_mails for each row execute function accepted_mail_stays();
create trigger never_truncated before truncate on outgoing_mails for each statement execute function refuse_change();

-- The portal sees nothing of it: the jobs that mail run as the desk.
alter table outgoing_mails enable row level security;
alter table outgoing_mails force row level security;
create policy desk on outgoing_mails to kwartier_desk using (true) with check (true);
grant select, insert, update, delete on outgoing_mails to kwartier_desk;
