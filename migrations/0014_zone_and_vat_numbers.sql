-- The provider's one time zone.

-- TERMS: whoever publishes them, of the provider's time zone; those that were published before stay as they are (M4, K5) ---------------------
alter table terms add constraint terms_time_zone check (coalesce(data ->> 'timeZone', '') = 'Europe/Amsterdam') not valid;
