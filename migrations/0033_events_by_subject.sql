-- What happened to one thing of the provider's own, such as an article that two people rewrite, is found without reading the whole chain.
create index provider_events_by_subject on provider_events (subject, sequence);
