-- Search shows the tickets that were last active, among however many.
create index tickets_by_activity on tickets (last_activity_at desc, id desc);

-- The last invoiced month of an organisation is read at each change of its VAT position.
create index invoice_lines_by_organisation on invoice_lines (organisation_id, month);
