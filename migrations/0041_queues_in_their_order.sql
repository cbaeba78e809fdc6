-- A queue of two kinds of waiting is read in its order, and no further than its page.
create index tickets_of_customers_turn on tickets (waiting_since, id) where status = 'open' and waits_for in ('customer', 'authorisation');
create index tickets_for_later on tickets (waiting_since, id) where status = 'open' and waits_for in ('microsoft', 'planning');
create index tickets_of_others_turn on tickets (assignee_id, waiting_since, id) where status = 'open' and waits_for <> 'provider';
drop index tickets_by_waits_for;
