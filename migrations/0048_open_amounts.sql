-- OPEN AMOUNTS: what a customer still owes by all its invoices, credit notes and payments; below zero for what is to be given back. It follows
-- every one of them, so that a list of customers reads no history (M3, CE7). -------------------------------------------------------------------
alter table organisations add column open_cents bigint not null default 0;
update organisations o set open_cents =
  coalesce((select sum(i.total_cents) from invoices i where i.organisation_id = o.organisation_id), 0)
  - coalesce((select sum(p.amount_cents) from invoice_payments p where p.organisation_id = o.organisation_id), 0);

create function changes_open_amount() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update organisations o
    set open_cents = o.open_cents + case tg_table_name when 'invoices' then (to_jsonb(new) ->> 'total_cents')::bigint
      else -(to_jsonb(new) ->> 'amount_cents')::bigint end
    where o.organisation_id = new.organisation_id;
  return null;
end $$;
revoke all on function changes_open_amount from public;
create trigger changes_open_amount after insert on invoices for each row execute function changes_open_amount();
create trigger changes_open_amount after insert on invoice_payments for each row execute function changes_open_amount();

-- No face writes it.
revoke insert, update on organisations from kwartier_desk;
grant insert (organisation_id, name, address_lines, invoice_mail_address, vat_number, language, created_at, chamber_of_commerce)
  on organisations to kwartier_desk;
grant update (name, address_lines, invoice_mail_address, vat_number, language, chamber_of_commerce, phone, purchase_reference, archived_at)
  on organisations to kwartier_desk;
