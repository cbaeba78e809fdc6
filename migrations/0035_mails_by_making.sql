-- Staff read the mails that stand alike by when they were made: a mail that is tried again waits anew, yet keeps its place.
create index outgoing_mails_by_making on outgoing_mails (state, made_at, id) where state in ('waiting', 'refused', 'given-up', 'stopped');
drop index outgoing_mails_open;
