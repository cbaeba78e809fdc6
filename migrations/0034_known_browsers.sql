-- KNOWN BROWSERS: in which somebody signed in before. Asking for codes has an allowance of its own there, so that nobody keeps them out by
-- asking for their address from elsewhere (R17). It opens nothing: only the hash of the browser's secret is kept. -------------------------
create table known_browsers (
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  person_id uuid not null references people (id),
  signed_in_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (browser_hash, person_id)
);
create index known_browsers_by_person on known_browsers (person_id, signed_in_at desc);
create index known_browsers_by_age on known_browsers (expires_at);
grant select, insert, update, delete on known_browsers to kwartier_desk;

-- A row that stands for the mail that tells an address's owner that many codes are asked for. No browser has its secret.
alter table sign_in_codes add column is_warning boolean not null default false;
