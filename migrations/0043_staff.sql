-- INVITATIONS: a link that lets its person in once, whatever the browser. A person has one; a new one takes the place of the old. Only the
-- hash of the link's secret is kept, and until its mail goes out nothing matches it (R20, R45). ---------------------------------------------
create table invitations (
  person_id uuid primary key references people (id),
  id uuid not null unique,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  -- By the link or by another way in.
  used_at timestamptz,
  -- Nobody if the program made it.
  made_by uuid references people (id)
);
create index invitations_by_age on invitations (expires_at);
grant select, insert, update, delete on invitations to kwartier_desk;

-- Its mail is a person's, like that of a sign-in code.
alter table outgoing_mails drop constraint outgoing_mails_kind_check;
alter table outgoing_mails add constraint outgoing_mails_kind_check check (kind in ('notice', 'invoice', 'sign-in-code', 'invitation'));
alter table outgoing_mails drop constraint outgoing_mails_check;
alter table outgoing_mails add constraint outgoing_mails_check check ((kind in ('sign-in-code', 'invitation')) = (organisation_id is null));

-- STAFF: when somebody signed in last, and who of the staff is suspended. -------------------------------------------------------------------
create index sessions_newest_of_person on sessions (person_id, created_at desc);
create index people_suspended on people (name, id) where staff_role is not null and deactivated_at is not null;

-- A person's telephone number, as they write it.
alter table people add column phone text check (length(phone) between 1 and 40);
