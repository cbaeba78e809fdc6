-- A customer's number in the Dutch trade register. It names one customer.
alter table organisations add column chamber_of_commerce text check (chamber_of_commerce ~ '^[0-9]{8}$');
create unique index organisations_chamber_of_commerce_key on organisations (chamber_of_commerce);
