-- MORE ABOUT A CUSTOMER: a telephone number as they write it, and the reference that they want to see on their invoices. ---------------------
alter table organisations add column phone text check (length(phone) between 1 and 40);
alter table organisations add column purchase_reference text check (length(purchase_reference) between 1 and 50);

-- What staff note for each other about a customer. The portal role has no grant on it at all.
create table organisation_notes (
  organisation_id uuid primary key references organisations (organisation_id),
  body text not null check (length(body) between 1 and 10000)
);
alter table organisation_notes enable row level security;
alter table organisation_notes force row level security;
create policy desk on organisation_notes to kwartier_desk using (true) with check (true);
grant select, insert, update, delete on organisation_notes to kwartier_desk;
