-- Why a ticket is as urgent as it is, in words that the customer reads.
alter table tickets
  add column urgency_reason text,
  add constraint tickets_urgency_reason_check check (urgency_reason is null or urgency is not null and length(urgency_reason) between 1 and 500);
