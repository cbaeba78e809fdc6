-- Forms that arrived when whom they were made for was not signed in: kept for an hour, so that nothing that was typed is lost. What is
-- in one can only be read with the key in the cookie of the browser that sent it; the desk's connection keeps and forgets them.
create table kept_forms (
  id uuid primary key,
  sealed bytea not null check (octet_length(sealed) between 1 and 1100000),
  network_hash bytea not null check (octet_length(network_hash) = 32),
  kept_at timestamptz not null
);
create index kept_forms_by_network on kept_forms (network_hash, kept_at);
create index kept_forms_by_age on kept_forms (kept_at);
grant select, insert, delete on kept_forms to kwartier_desk;
