-- The months read one row of each organisation: the first that is left to invoice, and the last that was invoiced.
drop index tickets_uninvoiced;
create index tickets_uninvoiced on tickets (organisation_id, month) where has_uninvoiced_work;
create index invoices_by_organisation on invoices (organisation_id, month);

-- The sums of the months shown are read from the index alone.
drop index invoices_by_month;
create index invoices_by_month on invoices (month, id) include (total_cents);

-- The tickets that wait for one customer are found among those of all customers.
create index tickets_waiting_by_organisation on tickets (organisation_id, waits_for, waiting_since, id) where status = 'open';

-- The few staff are found among the people of all customers.
create index people_of_staff on people (name, id) where staff_role is not null and deactivated_at is null;

-- What is old is found when it is cleaned up.
create index sign_in_codes_by_age on sign_in_codes (expires_at);
create index rate_limits_by_age on rate_limits (window_started_at);
