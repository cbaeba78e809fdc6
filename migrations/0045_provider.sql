-- How banks name the provider's account abroad, and how people call the provider.
alter table provider_profile
  add column bic text check (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  add column phone text check (length(phone) between 1 and 40);
create or replace view visible_provider with (security_barrier) as
  select name, address_lines, chamber_of_commerce, vat_number, iban, mail_address, bic, phone from provider_profile;
