-- What the migrations add up to; written from the catalogue by `npm run schema`, kept true by a test.
extension btree_gist
addenda.organisation_id uuid not null
addenda.id uuid not null
addenda.contract_id uuid not null
addenda.terms jsonb not null
addenda.offered_by uuid
addenda.offered_at timestamp with time zone not null
addenda.withdrawn_at timestamp with time zone
addenda.signed_on date
addenda.signed_by uuid
addenda.starts_on date
addenda.ends_on date
articles.id uuid not null
articles.organisation_id uuid
articles.title text not null
articles.body text not null
articles.is_public boolean not null default false
articles.written_by uuid not null
articles.written_at timestamp with time zone not null
articles.version integer not null default 1
articles.state text not null default 'draft'::text
attachments.organisation_id uuid not null
attachments.id uuid not null
attachments.ticket_id uuid
attachments.message_id uuid
attachments.name text not null
attachments.media_type text not null
attachments.size_bytes bigint not null
attachments.sha256 text not null
attachments.storage_key text not null
attachments.uploaded_by uuid not null
attachments.uploaded_at timestamp with time zone not null
authorisations.organisation_id uuid not null
authorisations.id uuid not null
authorisations.ticket_id uuid not null
authorisations.kind text not null
authorisations.minutes integer not null
authorisations.estimate_cents bigint not null
authorisations.windows text[] not null
authorisations.explanation text not null
authorisations.valid_until date
authorisations.state text not null default 'requested'::text
authorisations.requested_by uuid not null
authorisations.requested_at timestamp with time zone not null
authorisations.decided_by uuid
authorisations.decided_at timestamp with time zone
authorisations.decline_reason text
authorisations.version integer not null default 1
authorisations.fixed_price_cents bigint
authorisations.terms_year integer not null
authorisations.delivered_on date
authorisations.delivered_by uuid
authorisations.markup text not null default 'as-typed'::text
busy_times.organisation_id uuid not null
busy_times.entry_id uuid
busy_times.consultant_id uuid not null
busy_times.during tstzrange not null
busy_times.visit_id uuid
contract_recordings.organisation_id uuid not null
contract_recordings.contract_id uuid not null
contract_recordings.recorded_by uuid not null
contract_recordings.recorded_at timestamp with time zone not null
contract_recordings.confirmed_by uuid
contract_recordings.confirmed_at timestamp with time zone
contracts.organisation_id uuid not null
contracts.id uuid not null
contracts.terms_year integer not null
contracts.signed_on date
contracts.signed_by uuid
contracts.starts_on date
contracts.ends_on date
contracts.offered_at timestamp with time zone
contracts.terminated_at timestamp with time zone
contracts.withdrawn_at timestamp with time zone
corrections.organisation_id uuid not null
corrections.id uuid not null
corrections.ticket_id uuid not null
corrections.month text not null
corrections.amount_cents bigint not null
corrections.vat text not null
corrections.reason text not null
corrections.corrected_by uuid not null
corrections.corrected_at timestamp with time zone not null
corrections.withdrawn_at timestamp with time zone
event_heads.organisation_id uuid not null
event_heads.sequence bigint not null
event_heads.hash bytea not null
event_payloads.organisation_id uuid not null
event_payloads.event_id uuid not null
event_payloads.salt bytea not null
event_payloads.payload jsonb not null
events.organisation_id uuid not null
events.sequence bigint not null
events.id uuid not null
events.at timestamp with time zone not null
events.actor text not null
events.person_id uuid
events.kind text not null
events.subject text not null
events.is_visible boolean not null
events.payload_hash bytea not null
events.previous_hash bytea not null
events.hash bytea not null
expenses.organisation_id uuid not null
expenses.id uuid not null
expenses.ticket_id uuid not null
expenses.addendum_id uuid not null
expenses.spent_on date not null
expenses.description text not null
expenses.amount_cents bigint not null
expenses.vat text not null
expenses.recorded_by uuid not null
expenses.recorded_at timestamp with time zone not null
expenses.voided_at timestamp with time zone
forgiven_charges.organisation_id uuid not null
forgiven_charges.credit_note_id uuid not null
forgiven_charges.position integer not null
forgiven_charges.ticket_id uuid not null
forgiven_charges.month text not null
forgiven_charges.kind text not null
forgiven_charges.rate_window text
forgiven_charges.source_id uuid
forgiven_charges.vat_category text not null
forgiven_charges.vat_percent integer not null
forgiven_charges.minutes integer not null
forgiven_charges.amount_cents bigint not null
forgiven_charges.reason text not null
idempotency_keys.person_id uuid not null
idempotency_keys.key uuid not null
idempotency_keys.organisation_id uuid
idempotency_keys.request_hash bytea not null
idempotency_keys.answer json not null
idempotency_keys.created_at timestamp with time zone not null
installation.id boolean not null default true
installation.is_demo boolean not null
installation.demo_is_complete boolean not null default false
installation.clock_offset_seconds bigint not null default 0
installation.created_at timestamp with time zone not null
invitations.person_id uuid not null
invitations.id uuid not null
invitations.token_hash bytea not null
invitations.created_at timestamp with time zone not null
invitations.expires_at timestamp with time zone not null
invitations.used_at timestamp with time zone
invitations.made_by uuid
invoice_counters.year integer not null
invoice_counters.last_number integer not null
invoice_documents.organisation_id uuid not null
invoice_documents.invoice_id uuid not null
invoice_documents.storage_key text not null
invoice_documents.sha256 text not null
invoice_documents.made_at timestamp with time zone not null
invoice_lines.organisation_id uuid not null
invoice_lines.invoice_id uuid not null
invoice_lines.position integer not null
invoice_lines.month text not null
invoice_lines.ticket_id uuid not null
invoice_lines.kind text not null
invoice_lines.rate_window text
invoice_lines.vat_percent integer not null
invoice_lines.hourly_rate_cents bigint
invoice_lines.minutes_total integer not null
invoice_lines.minutes_before integer not null
invoice_lines.amount_total_cents bigint not null
invoice_lines.amount_before_cents bigint not null
invoice_lines.amount_cents bigint not null
invoice_lines.reasons jsonb not null
invoice_lines.source_id uuid
invoice_lines.vat_category text not null
invoice_lines.window_names jsonb
invoice_payments.organisation_id uuid not null
invoice_payments.id uuid not null
invoice_payments.invoice_id uuid not null
invoice_payments.paid_on date not null
invoice_payments.amount_cents bigint not null
invoice_payments.recorded_by uuid not null
invoice_payments.recorded_at timestamp with time zone not null
invoice_sendings.organisation_id uuid not null
invoice_sendings.invoice_id uuid not null
invoice_sendings.sent_at timestamp with time zone not null
invoice_series.year integer not null
invoice_series.first_number integer not null
invoice_vat.organisation_id uuid not null
invoice_vat.invoice_id uuid not null
invoice_vat.category text not null
invoice_vat.percent integer not null
invoice_vat.subtotal_cents bigint not null
invoice_vat.vat_cents bigint not null
invoices.organisation_id uuid not null
invoices.id uuid not null
invoices.number text not null
invoices.kind text not null
invoices.month text not null
invoices.issued_on date not null
invoices.due_on date not null
invoices.subtotal_cents bigint not null
invoices.vat_cents bigint not null
invoices.total_cents bigint not null
invoices.snapshot jsonb not null
invoices.issued_by uuid
invoices.issued_at timestamp with time zone not null
invoices.credits_id uuid
invoices.credit_mode text
invoices.credit_reason text
kept_forms.id uuid not null
kept_forms.sealed bytea not null
kept_forms.network_hash bytea not null
kept_forms.kept_at timestamp with time zone not null
known_browsers.browser_hash bytea not null
known_browsers.person_id uuid not null
known_browsers.signed_in_at timestamp with time zone not null
known_browsers.expires_at timestamp with time zone not null
month_counters.organisation_id uuid not null
month_counters.month text not null
month_counters.last_number integer not null
month_counters.last_created_at timestamp with time zone
organisation_notes.organisation_id uuid not null
organisation_notes.body text not null
organisations.organisation_id uuid not null
organisations.name text not null
organisations.address_lines text[] not null default '{}'::text[]
organisations.invoice_mail_address text not null
organisations.vat_number text
organisations.language text not null default 'nl'::text
organisations.created_at timestamp with time zone not null
organisations.chamber_of_commerce text
organisations.phone text
organisations.purchase_reference text
organisations.archived_at timestamp with time zone
organisations.open_cents bigint not null default 0
outgoing_mails.id uuid not null
outgoing_mails.kind text not null
outgoing_mails.organisation_id uuid
outgoing_mails.about_id uuid not null
outgoing_mails.person_id uuid
outgoing_mails.state text not null default 'waiting'::text
outgoing_mails.made_at timestamp with time zone not null
outgoing_mails.waiting_since timestamp with time zone not null
outgoing_mails.ends_at timestamp with time zone
outgoing_mails.next_try_at timestamp with time zone not null
outgoing_mails.claimed_until timestamp with time zone
outgoing_mails.tries integer not null default 0
outgoing_mails.tried_at timestamp with time zone
outgoing_mails.address text
outgoing_mails.problem text
outgoing_mails.answer text
outgoing_mails.settled_at timestamp with time zone
people.id uuid not null
people.name text not null
people.mail_address text not null
people.language text not null default 'nl'::text
people.staff_role text
people.weekly_capacity_minutes integer not null default 0
people.deactivated_at timestamp with time zone
people.created_at timestamp with time zone not null
people.phone text
provider_event_head.id boolean not null default true
provider_event_head.sequence bigint not null
provider_event_head.hash bytea not null
provider_event_payloads.event_id uuid not null
provider_event_payloads.salt bytea not null
provider_event_payloads.payload jsonb not null
provider_events.sequence bigint not null
provider_events.id uuid not null
provider_events.at timestamp with time zone not null
provider_events.actor text not null
provider_events.person_id uuid
provider_events.kind text not null
provider_events.subject text not null
provider_events.payload_hash bytea not null
provider_events.previous_hash bytea not null
provider_events.hash bytea not null
provider_holidays.held_on date not null
provider_holidays.name text not null
provider_profile.id boolean not null default true
provider_profile.name text not null
provider_profile.address_lines text[] not null
provider_profile.chamber_of_commerce text not null
provider_profile.vat_number text not null
provider_profile.iban text not null
provider_profile.mail_address text not null
provider_profile.bic text
provider_profile.phone text
rate_limits.bucket text not null
rate_limits.window_started_at timestamp with time zone not null
rate_limits.hits integer not null
refused_accesses.id uuid not null
refused_accesses.minute timestamp with time zone not null
refused_accesses.reason text not null
refused_accesses.person_id uuid
refused_accesses.organisation_id uuid
refused_accesses.address text not null
refused_accesses.network text not null
refused_accesses.hits integer not null
refused_accesses.last_at timestamp with time zone not null
refused_accesses.request_id uuid not null
running_timers.consultant_id uuid not null
running_timers.organisation_id uuid not null
running_timers.ticket_id uuid not null
running_timers.step text not null
running_timers.started_at timestamp with time zone not null
running_timers.authorisation_id uuid
schema_steps.name text not null
schema_steps.checksum text not null
schema_steps.taken_at timestamp with time zone not null default now()
seats.organisation_id uuid not null
seats.seat_number smallint not null
seats.person_id uuid not null
seats.assigned_at timestamp with time zone not null
sessions.token_hash bytea not null
sessions.id uuid not null
sessions.person_id uuid not null
sessions.organisation_id uuid
sessions.created_at timestamp with time zone not null
sessions.last_seen_at timestamp with time zone not null
sessions.idle_expires_at timestamp with time zone not null
sessions.expires_at timestamp with time zone not null
sessions.revoked_at timestamp with time zone
sign_in_codes.id uuid not null
sign_in_codes.person_id uuid
sign_in_codes.mail_address text not null
sign_in_codes.code_hash bytea not null
sign_in_codes.link_hash bytea not null
sign_in_codes.browser_hash bytea not null
sign_in_codes.attempts integer not null default 0
sign_in_codes.created_at timestamp with time zone not null
sign_in_codes.expires_at timestamp with time zone not null
sign_in_codes.used_at timestamp with time zone
sign_in_codes.is_warning boolean not null default false
signatories.organisation_id uuid not null
signatories.person_id uuid not null
signatories.appointed_at timestamp with time zone not null
terms.year integer not null
terms.data jsonb not null
terms.published_at timestamp with time zone not null
ticket_articles.organisation_id uuid not null
ticket_articles.ticket_id uuid not null
ticket_articles.article_id uuid not null
ticket_messages.organisation_id uuid not null
ticket_messages.id uuid not null
ticket_messages.ticket_id uuid not null
ticket_messages.author_id uuid not null
ticket_messages.author_is_staff boolean not null
ticket_messages.body text not null
ticket_messages.is_solution boolean not null default false
ticket_messages.written_at timestamp with time zone not null
ticket_messages.markup text not null default 'as-typed'::text
ticket_notes.organisation_id uuid not null
ticket_notes.id uuid not null
ticket_notes.ticket_id uuid not null
ticket_notes.author_id uuid not null
ticket_notes.body text not null
ticket_notes.written_at timestamp with time zone not null
ticket_notes.markup text not null default 'as-typed'::text
tickets.organisation_id uuid not null
tickets.id uuid not null
tickets.reference text not null
tickets.title text not null
tickets.description text not null
tickets.created_by uuid not null
tickets.created_at timestamp with time zone not null
tickets.month text not null
tickets.number_in_month integer not null
tickets.is_additional boolean not null
tickets.terms_year integer not null
tickets.start_fee_minutes integer not null
tickets.authorised_minutes integer not null
tickets.administration_minutes integer not null default 0
tickets.research_minutes integer not null default 0
tickets.resolution_minutes integer not null default 0
tickets.not_charged_minutes integer not null default 0
tickets.chargeable_minutes integer not null generated (((start_fee_minutes + GREATEST(0, (administration_minutes - start_fee_minutes))) + research_minutes) + resolution_minutes)
tickets.outside_hours_agreed_at timestamp with time zone
tickets.step text not null default 'administration'::text
tickets.status text not null default 'open'::text
tickets.waits_for text not null default 'provider'::text
tickets.waiting_since timestamp with time zone not null
tickets.urgency text
tickets.assignee_id uuid
tickets.picked_up_at timestamp with time zone
tickets.outcome text
tickets.closed_at timestamp with time zone
tickets.no_article_reason text
tickets.has_uninvoiced_work boolean not null default true
tickets.last_activity_at timestamp with time zone not null
tickets.version integer not null default 1
tickets.start_fee_waived_at timestamp with time zone
tickets.start_fee_waived_reason text
tickets.quoted_minutes integer not null default 0
tickets.microsoft_case text
tickets.duplicate_of uuid
tickets.reopened_at timestamp with time zone
tickets.markup text not null default 'as-typed'::text
tickets.urgency_reason text
tickets.follow_up_on date
time_entries.organisation_id uuid not null
time_entries.id uuid not null
time_entries.ticket_id uuid not null
time_entries.consultant_id uuid not null
time_entries.step text not null
time_entries.starts_at timestamp with time zone not null
time_entries.ends_at timestamp with time zone not null
time_entries.minutes integer not null generated ((EXTRACT(epoch FROM (ends_at - starts_at)) / (60)::numeric))::integer
time_entries.is_chargeable boolean not null
time_entries.reason text
time_entries.description text not null default ''::text
time_entries.recorded_at timestamp with time zone not null
time_entries.voided_at timestamp with time zone
time_entries.authorisation_id uuid
vat_positions.organisation_id uuid not null
vat_positions.from_month text not null
vat_positions.position text not null
vat_positions.recorded_at timestamp with time zone not null
vat_positions.vat_number text
visits.organisation_id uuid not null
visits.id uuid not null
visits.ticket_id uuid not null
visits.addendum_id uuid not null
visits.consultant_id uuid not null
visits.starts_at timestamp with time zone not null
visits.ends_at timestamp with time zone not null
visits.minutes integer not null generated ((EXTRACT(epoch FROM (ends_at - starts_at)) / (60)::numeric))::integer
visits.kilometres integer not null
visits.description text not null default ''::text
visits.recorded_at timestamp with time zone not null
visits.voided_at timestamp with time zone
addenda: addenda_check CHECK ((num_nonnulls(signed_on, signed_by, starts_on, ends_on) = ANY (ARRAY[0, 4])))
addenda: addenda_check1 CHECK (((signed_on <= starts_on) AND (starts_on <= ends_on)))
addenda: addenda_check2 CHECK (((signed_on IS NULL) OR (withdrawn_at IS NULL)))
addenda: addenda_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES people(id)
addenda: addenda_organisation_id_contract_id_fkey FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts(organisation_id, id)
addenda: addenda_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
addenda: addenda_pkey PRIMARY KEY (organisation_id, id)
addenda: addenda_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id)
articles: articles_body_check CHECK (((length(body) >= 1) AND (length(body) <= 50000)))
articles: articles_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
articles: articles_pkey PRIMARY KEY (id)
articles: articles_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])))
articles: articles_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
articles: articles_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id)
attachments: attachments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
attachments: attachments_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
attachments: attachments_organisation_id_message_id_fkey FOREIGN KEY (organisation_id, message_id) REFERENCES ticket_messages(organisation_id, id)
attachments: attachments_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
attachments: attachments_pkey PRIMARY KEY (organisation_id, id)
attachments: attachments_size_bytes_check CHECK (((size_bytes >= 1) AND (size_bytes <= 26214400)))
attachments: attachments_storage_key_key UNIQUE (storage_key)
attachments: attachments_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES people(id)
authorisations: authorisations_check CHECK (((kind = 'quote'::text) = (valid_until IS NOT NULL)))
authorisations: authorisations_check1 CHECK (((state = 'requested'::text) = (decided_at IS NULL)))
authorisations: authorisations_check2 CHECK (((fixed_price_cents IS NULL) OR ((kind = 'quote'::text) AND (estimate_cents = fixed_price_cents))))
authorisations: authorisations_check3 CHECK ((num_nonnulls(delivered_on, delivered_by) = ANY (ARRAY[0, 2])))
authorisations: authorisations_check4 CHECK (((state = 'delivered'::text) = (delivered_on IS NOT NULL)))
authorisations: authorisations_check5 CHECK (((state <> 'delivered'::text) OR (fixed_price_cents IS NOT NULL)))
authorisations: authorisations_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id)
authorisations: authorisations_decline_reason_check CHECK ((length(decline_reason) <= 2000))
authorisations: authorisations_delivered_by_fkey FOREIGN KEY (delivered_by) REFERENCES people(id)
authorisations: authorisations_estimate_cents_check CHECK ((estimate_cents >= 0))
authorisations: authorisations_explanation_check CHECK (((length(explanation) >= 1) AND (length(explanation) <= 5000)))
authorisations: authorisations_fixed_price_cents_check CHECK (((fixed_price_cents >= 1) AND (fixed_price_cents <= 100000000)))
authorisations: authorisations_kind_check CHECK ((kind = ANY (ARRAY['work-order'::text, 'quote'::text])))
authorisations: authorisations_markup_check CHECK ((markup = ANY (ARRAY['markdown'::text, 'as-typed'::text])))
authorisations: authorisations_minutes_check CHECK (((minutes >= 1) AND (minutes <= 60000)))
authorisations: authorisations_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
authorisations: authorisations_pkey PRIMARY KEY (organisation_id, id)
authorisations: authorisations_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES people(id)
authorisations: authorisations_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text, 'delivered'::text])))
authorisations: authorisations_terms_year_fkey FOREIGN KEY (terms_year) REFERENCES terms(year)
busy_times: busy_times_check CHECK ((num_nonnulls(entry_id, visit_id) = 1))
busy_times: busy_times_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES people(id)
busy_times: busy_times_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES time_entries(organisation_id, id)
busy_times: busy_times_organisation_id_entry_id_key UNIQUE (organisation_id, entry_id)
busy_times: busy_times_organisation_id_visit_id_fkey FOREIGN KEY (organisation_id, visit_id) REFERENCES visits(organisation_id, id)
busy_times: busy_times_organisation_id_visit_id_key UNIQUE (organisation_id, visit_id)
busy_times: one_place_at_a_time EXCLUDE USING gist (consultant_id WITH =, during WITH &&)
contract_recordings: contract_recordings_check CHECK ((num_nonnulls(confirmed_by, confirmed_at) = ANY (ARRAY[0, 2])))
contract_recordings: contract_recordings_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES people(id)
contract_recordings: contract_recordings_organisation_id_contract_id_fkey FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts(organisation_id, id)
contract_recordings: contract_recordings_pkey PRIMARY KEY (organisation_id, contract_id)
contract_recordings: contract_recordings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
contracts: contracts_check CHECK ((starts_on > signed_on))
contracts: contracts_check1 CHECK (((starts_on < ends_on) AND (EXTRACT(year FROM starts_on) = (terms_year)::numeric) AND (EXTRACT(year FROM ends_on) = (terms_year)::numeric)))
contracts: contracts_check2 CHECK (((offered_at IS NOT NULL) OR (signed_on IS NOT NULL)))
contracts: contracts_check3 CHECK (((signed_on IS NULL) = (signed_by IS NULL)))
contracts: contracts_check4 CHECK (((starts_on IS NULL) = (ends_on IS NULL)))
contracts: contracts_check5 CHECK (((starts_on IS NOT NULL) = ((signed_on IS NOT NULL) AND (withdrawn_at IS NULL))))
contracts: contracts_check6 CHECK (((terminated_at IS NULL) OR (starts_on IS NOT NULL)))
contracts: contracts_ends_on_check CHECK ((EXTRACT(day FROM (ends_on + 1)) = (1)::numeric))
contracts: contracts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
contracts: contracts_pkey PRIMARY KEY (organisation_id, id)
contracts: contracts_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id)
contracts: contracts_starts_on_check CHECK ((EXTRACT(day FROM starts_on) = (1)::numeric))
contracts: contracts_terms_year_fkey FOREIGN KEY (terms_year) REFERENCES terms(year)
contracts: one_contract_at_a_time EXCLUDE USING gist (organisation_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE ((starts_on IS NOT NULL))
corrections: corrections_amount_cents_check CHECK ((amount_cents > 0))
corrections: corrections_amount_cents_check1 CHECK ((amount_cents <= '10000000000000'::bigint))
corrections: corrections_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES people(id)
corrections: corrections_month_check CHECK ((month ~ '^20\d\d-(0[1-9]|1[0-2])$'::text))
corrections: corrections_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
corrections: corrections_pkey PRIMARY KEY (organisation_id, id)
corrections: corrections_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
corrections: corrections_vat_check CHECK ((vat = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text])))
event_heads: event_heads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
event_heads: event_heads_pkey PRIMARY KEY (organisation_id)
event_payloads: event_payloads_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES events(organisation_id, id)
event_payloads: event_payloads_pkey PRIMARY KEY (organisation_id, event_id)
events: events_id_key UNIQUE (id)
events: events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
events: events_organisation_id_id_key UNIQUE (organisation_id, id)
events: events_pkey PRIMARY KEY (organisation_id, sequence)
expenses: expenses_amount_cents_check CHECK (((amount_cents >= 1) AND (amount_cents <= 100000000)))
expenses: expenses_description_check CHECK (((length(description) >= 1) AND (length(description) <= 200)))
expenses: expenses_organisation_id_addendum_id_fkey FOREIGN KEY (organisation_id, addendum_id) REFERENCES addenda(organisation_id, id)
expenses: expenses_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
expenses: expenses_pkey PRIMARY KEY (organisation_id, id)
expenses: expenses_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
expenses: expenses_vat_check CHECK ((vat = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text])))
forgiven_charges: forgiven_charges_kind_check CHECK ((kind = ANY (ARRAY['start-fee'::text, 'work'::text, 'quote'::text, 'visit'::text, 'travel'::text, 'cost'::text, 'correction'::text])))
forgiven_charges: forgiven_charges_month_check CHECK ((month ~ '^20\d\d-(0[1-9]|1[0-2])$'::text))
forgiven_charges: forgiven_charges_organisation_id_credit_note_id_fkey FOREIGN KEY (organisation_id, credit_note_id) REFERENCES invoices(organisation_id, id)
forgiven_charges: forgiven_charges_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
forgiven_charges: forgiven_charges_pkey PRIMARY KEY (organisation_id, credit_note_id, "position")
forgiven_charges: forgiven_charges_position_check CHECK (("position" >= 1))
forgiven_charges: forgiven_charges_rate_window_check CHECK ((rate_window ~ '^[a-z][a-z0-9-]{0,39}$'::text))
forgiven_charges: forgiven_charges_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
forgiven_charges: forgiven_charges_vat_category_check CHECK ((vat_category = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text, 'reverse-charge'::text, 'outside-scope'::text])))
forgiven_charges: forgiven_charges_vat_percent_check CHECK (((vat_percent >= 0) AND (vat_percent <= 100)))
forgiven_charges: forgiven_once_for_each_key UNIQUE NULLS NOT DISTINCT (organisation_id, credit_note_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent)
idempotency_keys: idempotency_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
idempotency_keys: idempotency_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
idempotency_keys: idempotency_keys_pkey PRIMARY KEY (person_id, key)
installation: installation_check CHECK (((clock_offset_seconds = 0) OR is_demo))
installation: installation_id_check CHECK (id)
installation: installation_pkey PRIMARY KEY (id)
invitations: invitations_check CHECK ((expires_at > created_at))
invitations: invitations_id_key UNIQUE (id)
invitations: invitations_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id)
invitations: invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
invitations: invitations_pkey PRIMARY KEY (person_id)
invitations: invitations_token_hash_check CHECK ((octet_length(token_hash) = 32))
invitations: invitations_token_hash_key UNIQUE (token_hash)
invoice_counters: invoice_counters_last_number_check CHECK ((last_number >= 0))
invoice_counters: invoice_counters_pkey PRIMARY KEY (year)
invoice_documents: invoice_documents_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES invoices(organisation_id, id)
invoice_documents: invoice_documents_pkey PRIMARY KEY (organisation_id, invoice_id)
invoice_lines: invoice_lines_check CHECK ((amount_cents = (amount_total_cents - amount_before_cents)))
invoice_lines: invoice_lines_check1 CHECK (((rate_window IS NULL) = (window_names IS NULL)))
invoice_lines: invoice_lines_check2 CHECK (((kind = ANY (ARRAY['start-fee'::text, 'work'::text])) = (rate_window IS NOT NULL)))
invoice_lines: invoice_lines_check3 CHECK (((kind = ANY (ARRAY['start-fee'::text, 'work'::text, 'visit'::text])) = (hourly_rate_cents IS NOT NULL)))
invoice_lines: invoice_lines_kind_check CHECK ((kind = ANY (ARRAY['start-fee'::text, 'work'::text, 'quote'::text, 'visit'::text, 'travel'::text, 'cost'::text, 'correction'::text])))
invoice_lines: invoice_lines_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES invoices(organisation_id, id)
invoice_lines: invoice_lines_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
invoice_lines: invoice_lines_pkey PRIMARY KEY (organisation_id, invoice_id, "position")
invoice_lines: invoice_lines_position_check CHECK (("position" >= 1))
invoice_lines: invoice_lines_rate_window_check CHECK ((rate_window ~ '^[a-z][a-z0-9-]{0,39}$'::text))
invoice_lines: invoice_lines_vat_category_check CHECK ((vat_category = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text, 'reverse-charge'::text, 'outside-scope'::text])))
invoice_lines: one_line_for_each_key UNIQUE NULLS NOT DISTINCT (organisation_id, invoice_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent)
invoice_payments: invoice_payments_amount_cents_check CHECK ((amount_cents <> 0))
invoice_payments: invoice_payments_amount_cents_check1 CHECK (((amount_cents >= '-10000000000000'::bigint) AND (amount_cents <= '10000000000000'::bigint)))
invoice_payments: invoice_payments_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES invoices(organisation_id, id)
invoice_payments: invoice_payments_pkey PRIMARY KEY (organisation_id, id)
invoice_payments: invoice_payments_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id)
invoice_sendings: invoice_sendings_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES invoices(organisation_id, id)
invoice_sendings: invoice_sendings_pkey PRIMARY KEY (organisation_id, invoice_id)
invoice_series: invoice_series_first_number_check CHECK (((first_number >= 1) AND (first_number <= 900000)))
invoice_series: invoice_series_pkey PRIMARY KEY (year)
invoice_series: invoice_series_year_check CHECK (((year >= 2000) AND (year <= 2099)))
invoice_vat: invoice_vat_category_check CHECK ((category = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text, 'reverse-charge'::text, 'outside-scope'::text])))
invoice_vat: invoice_vat_check CHECK (((category = ANY (ARRAY['standard'::text, 'reduced'::text])) OR (percent = 0)))
invoice_vat: invoice_vat_organisation_id_invoice_id_fkey FOREIGN KEY (organisation_id, invoice_id) REFERENCES invoices(organisation_id, id)
invoice_vat: invoice_vat_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
invoice_vat: invoice_vat_pkey PRIMARY KEY (organisation_id, invoice_id, category, percent)
invoices: invoices_check CHECK ((total_cents = (subtotal_cents + vat_cents)))
invoices: invoices_check1 CHECK ((((credits_id IS NULL) = (credit_mode IS NULL)) AND ((credits_id IS NULL) = (credit_reason IS NULL))))
invoices: invoices_check2 CHECK (((credits_id IS NULL) OR (kind = 'credit-note'::text)))
invoices: invoices_credit_mode_check CHECK ((credit_mode = ANY (ARRAY['rebill'::text, 'forgive'::text])))
invoices: invoices_credit_reason_check CHECK (((length(credit_reason) >= 1) AND (length(credit_reason) <= 2000)))
invoices: invoices_id_key UNIQUE (id)
invoices: invoices_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES people(id)
invoices: invoices_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text])))
invoices: invoices_number_check CHECK ((number ~ '^20\d\d-\d{4,9}$'::text))
invoices: invoices_number_key UNIQUE (number)
invoices: invoices_organisation_id_credits_id_fkey FOREIGN KEY (organisation_id, credits_id) REFERENCES invoices(organisation_id, id)
invoices: invoices_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
invoices: invoices_pkey PRIMARY KEY (organisation_id, id)
kept_forms: kept_forms_network_hash_check CHECK ((octet_length(network_hash) = 32))
kept_forms: kept_forms_pkey PRIMARY KEY (id)
kept_forms: kept_forms_sealed_check CHECK (((octet_length(sealed) >= 1) AND (octet_length(sealed) <= 1100000)))
known_browsers: known_browsers_browser_hash_check CHECK ((octet_length(browser_hash) = 32))
known_browsers: known_browsers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
known_browsers: known_browsers_pkey PRIMARY KEY (browser_hash, person_id)
month_counters: month_counters_last_number_check CHECK ((last_number >= 0))
month_counters: month_counters_month_check CHECK ((month ~ '^20\d\d-(0[1-9]|1[0-2])$'::text))
month_counters: month_counters_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
month_counters: month_counters_pkey PRIMARY KEY (organisation_id, month)
organisation_notes: organisation_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
organisation_notes: organisation_notes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
organisation_notes: organisation_notes_pkey PRIMARY KEY (organisation_id)
organisations: organisations_chamber_of_commerce_check CHECK ((chamber_of_commerce ~ '^[0-9]{8}$'::text))
organisations: organisations_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
organisations: organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
organisations: organisations_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40)))
organisations: organisations_pkey PRIMARY KEY (organisation_id)
organisations: organisations_purchase_reference_check CHECK (((length(purchase_reference) >= 1) AND (length(purchase_reference) <= 50)))
outgoing_mails: outgoing_mails_about_id_person_id_key UNIQUE NULLS NOT DISTINCT (about_id, person_id)
outgoing_mails: outgoing_mails_address_check CHECK ((length(address) <= 320))
outgoing_mails: outgoing_mails_answer_check CHECK ((length(answer) <= 500))
outgoing_mails: outgoing_mails_check CHECK (((kind = ANY (ARRAY['sign-in-code'::text, 'invitation'::text])) = (organisation_id IS NULL)))
outgoing_mails: outgoing_mails_check1 CHECK (((person_id IS NOT NULL) OR (kind = 'invoice'::text)))
outgoing_mails: outgoing_mails_check2 CHECK (((kind = 'invoice'::text) = (ends_at IS NULL)))
outgoing_mails: outgoing_mails_check3 CHECK (((state = 'waiting'::text) = (settled_at IS NULL)))
outgoing_mails: outgoing_mails_check4 CHECK (((state <> 'accepted'::text) OR ((address IS NOT NULL) AND (tried_at IS NOT NULL))))
outgoing_mails: outgoing_mails_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'invoice'::text, 'sign-in-code'::text, 'invitation'::text])))
outgoing_mails: outgoing_mails_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES events(organisation_id, id)
outgoing_mails: outgoing_mails_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
outgoing_mails: outgoing_mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
outgoing_mails: outgoing_mails_pkey PRIMARY KEY (id)
outgoing_mails: outgoing_mails_problem_check CHECK ((problem = ANY (ARRAY['unreachable'::text, 'interrupted'::text, 'insecure'::text, 'not-signed-in'::text, 'sender-refused'::text, 'not-now'::text, 'relay-refused'::text, 'receiver-later'::text, 'receiver-refused'::text, 'message-later'::text, 'message-refused'::text, 'too-large'::text, 'not-an-address'::text, 'not-made'::text])))
outgoing_mails: outgoing_mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text, 'given-up'::text, 'stopped'::text, 'needless'::text])))
outgoing_mails: outgoing_mails_tries_check CHECK ((tries >= 0))
people: people_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
people: people_mail_address_check CHECK (((length(mail_address) <= 254) AND (mail_address = lower(mail_address))))
people: people_mail_address_key UNIQUE (mail_address)
people: people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
people: people_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40)))
people: people_pkey PRIMARY KEY (id)
people: people_staff_role_check CHECK ((staff_role = ANY (ARRAY['consultant'::text, 'administrator'::text])))
people: people_weekly_capacity_minutes_check CHECK (((weekly_capacity_minutes >= 0) AND (weekly_capacity_minutes <= 6000)))
provider_event_head: provider_event_head_id_check CHECK (id)
provider_event_head: provider_event_head_pkey PRIMARY KEY (id)
provider_event_payloads: provider_event_payloads_event_id_fkey FOREIGN KEY (event_id) REFERENCES provider_events(id)
provider_event_payloads: provider_event_payloads_pkey PRIMARY KEY (event_id)
provider_events: provider_events_id_key UNIQUE (id)
provider_events: provider_events_pkey PRIMARY KEY (sequence)
provider_holidays: provider_holidays_held_on_check CHECK (((held_on >= '2000-01-01'::date) AND (held_on <= '2099-12-31'::date)))
provider_holidays: provider_holidays_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
provider_holidays: provider_holidays_pkey PRIMARY KEY (held_on)
provider_profile: provider_profile_bic_check CHECK ((bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'::text))
provider_profile: provider_profile_id_check CHECK (id)
provider_profile: provider_profile_phone_check CHECK (((length(phone) >= 1) AND (length(phone) <= 40)))
provider_profile: provider_profile_pkey PRIMARY KEY (id)
rate_limits: rate_limits_pkey PRIMARY KEY (bucket)
refused_accesses: refused_accesses_address_check CHECK ((length(address) <= 300))
refused_accesses: refused_accesses_hits_check CHECK ((hits > 0))
refused_accesses: refused_accesses_minute_check CHECK ((minute = date_trunc('minute'::text, minute, 'UTC'::text)))
refused_accesses: refused_accesses_minute_reason_person_id_organisation_id_ad_key UNIQUE NULLS NOT DISTINCT (minute, reason, person_id, organisation_id, address, network)
refused_accesses: refused_accesses_network_check CHECK ((length(network) <= 60))
refused_accesses: refused_accesses_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
refused_accesses: refused_accesses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
refused_accesses: refused_accesses_pkey PRIMARY KEY (id)
refused_accesses: refused_accesses_reason_check CHECK ((reason ~ '^[a-z-]{1,40}$'::text))
running_timers: running_timers_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES people(id)
running_timers: running_timers_organisation_id_authorisation_id_fkey FOREIGN KEY (organisation_id, authorisation_id) REFERENCES authorisations(organisation_id, id)
running_timers: running_timers_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
running_timers: running_timers_pkey PRIMARY KEY (consultant_id)
running_timers: running_timers_step_check CHECK ((step = ANY (ARRAY['administration'::text, 'research'::text, 'resolution'::text])))
schema_steps: schema_steps_pkey PRIMARY KEY (name)
seats: seats_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
seats: seats_organisation_id_person_id_key UNIQUE (organisation_id, person_id)
seats: seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
seats: seats_pkey PRIMARY KEY (organisation_id, seat_number)
seats: seats_seat_number_check CHECK ((seat_number = ANY (ARRAY[1, 2])))
sessions: sessions_id_key UNIQUE (id)
sessions: sessions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
sessions: sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
sessions: sessions_pkey PRIMARY KEY (token_hash)
sign_in_codes: sign_in_codes_attempts_check CHECK (((attempts >= 0) AND (attempts <= 5)))
sign_in_codes: sign_in_codes_link_hash_key UNIQUE (link_hash)
sign_in_codes: sign_in_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
sign_in_codes: sign_in_codes_pkey PRIMARY KEY (id)
signatories: signatories_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
signatories: signatories_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
signatories: signatories_pkey PRIMARY KEY (organisation_id, person_id)
terms: terms_pkey PRIMARY KEY (year)
terms: terms_time_zone CHECK ((COALESCE((data ->> 'timeZone'::text), ''::text) = 'Europe/Amsterdam'::text)) NOT VALID
terms: terms_year_check CHECK (((year >= 2000) AND (year <= 2099)))
ticket_articles: ticket_articles_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id)
ticket_articles: ticket_articles_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
ticket_articles: ticket_articles_pkey PRIMARY KEY (organisation_id, ticket_id, article_id)
ticket_messages: ticket_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
ticket_messages: ticket_messages_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
ticket_messages: ticket_messages_markup_check CHECK ((markup = ANY (ARRAY['markdown'::text, 'as-typed'::text])))
ticket_messages: ticket_messages_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
ticket_messages: ticket_messages_pkey PRIMARY KEY (organisation_id, id)
ticket_notes: ticket_notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id)
ticket_notes: ticket_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
ticket_notes: ticket_notes_markup_check CHECK ((markup = ANY (ARRAY['markdown'::text, 'as-typed'::text])))
ticket_notes: ticket_notes_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
ticket_notes: ticket_notes_pkey PRIMARY KEY (organisation_id, id)
tickets: tickets_administration_minutes_check CHECK ((administration_minutes >= 0))
tickets: tickets_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id)
tickets: tickets_ceiling CHECK (((((start_fee_minutes + GREATEST(0, (administration_minutes - start_fee_minutes))) + research_minutes) + resolution_minutes) <= authorised_minutes))
tickets: tickets_check CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL)))
tickets: tickets_check1 CHECK (((status = 'closed'::text) = (outcome IS NOT NULL)))
tickets: tickets_check2 CHECK (((start_fee_waived_at IS NULL) = (start_fee_waived_reason IS NULL)))
tickets: tickets_check3 CHECK (((duplicate_of IS NULL) OR (outcome = 'duplicate'::text)))
tickets: tickets_check4 CHECK (((outcome <> 'duplicate'::text) OR (duplicate_of IS NOT NULL)))
tickets: tickets_check5 CHECK ((duplicate_of <> id))
tickets: tickets_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id)
tickets: tickets_description_check CHECK (((length(description) >= 1) AND (length(description) <= 20000)))
tickets: tickets_follow_up_on_check CHECK (((follow_up_on IS NULL) OR ((status = 'open'::text) AND (waits_for <> 'provider'::text))))
tickets: tickets_id_key UNIQUE (id)
tickets: tickets_markup_check CHECK ((markup = ANY (ARRAY['markdown'::text, 'as-typed'::text])))
tickets: tickets_microsoft_case_check CHECK (((length(microsoft_case) >= 1) AND (length(microsoft_case) <= 100)))
tickets: tickets_not_charged_minutes_check CHECK ((not_charged_minutes >= 0))
tickets: tickets_number_in_month_check CHECK ((number_in_month >= 1))
tickets: tickets_organisation_id_duplicate_of_fkey FOREIGN KEY (organisation_id, duplicate_of) REFERENCES tickets(organisation_id, id)
tickets: tickets_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
tickets: tickets_organisation_id_month_number_in_month_key UNIQUE (organisation_id, month, number_in_month)
tickets: tickets_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'workaround'::text, 'redesign'::text, 'escalated'::text, 'not-solved'::text, 'withdrawn'::text, 'duplicate'::text, 'ended-with-contract'::text])))
tickets: tickets_pkey PRIMARY KEY (organisation_id, id)
tickets: tickets_quoted_minutes_check CHECK ((quoted_minutes >= 0))
tickets: tickets_reference_key UNIQUE (reference)
tickets: tickets_research_minutes_check CHECK ((research_minutes >= 0))
tickets: tickets_resolution_minutes_check CHECK ((resolution_minutes >= 0))
tickets: tickets_start_fee_minutes_check CHECK ((start_fee_minutes >= 0))
tickets: tickets_start_fee_waived_reason_check CHECK (((length(start_fee_waived_reason) >= 1) AND (length(start_fee_waived_reason) <= 2000)))
tickets: tickets_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
tickets: tickets_step_check CHECK ((step = ANY (ARRAY['administration'::text, 'research'::text, 'resolution'::text])))
tickets: tickets_terms_year_fkey FOREIGN KEY (terms_year) REFERENCES terms(year)
tickets: tickets_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
tickets: tickets_urgency_check CHECK ((urgency = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'critical'::text])))
tickets: tickets_urgency_reason_check CHECK (((urgency_reason IS NULL) OR ((urgency IS NOT NULL) AND ((length(urgency_reason) >= 1) AND (length(urgency_reason) <= 500)))))
tickets: tickets_waits_for_check CHECK ((waits_for = ANY (ARRAY['provider'::text, 'customer'::text, 'authorisation'::text, 'microsoft'::text, 'planning'::text])))
time_entries: time_entries_check CHECK (((starts_at < ends_at) AND ((ends_at - starts_at) <= '24:00:00'::interval)))
time_entries: time_entries_check1 CHECK ((is_chargeable OR (reason IS NOT NULL)))
time_entries: time_entries_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES people(id)
time_entries: time_entries_description_check CHECK ((length(description) <= 2000))
time_entries: time_entries_ends_at_check CHECK ((ends_at = date_trunc('minute'::text, ends_at)))
time_entries: time_entries_id_key UNIQUE (id)
time_entries: time_entries_organisation_id_authorisation_id_fkey FOREIGN KEY (organisation_id, authorisation_id) REFERENCES authorisations(organisation_id, id)
time_entries: time_entries_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
time_entries: time_entries_pkey PRIMARY KEY (organisation_id, id)
time_entries: time_entries_reason_check CHECK ((length(reason) <= 2000))
time_entries: time_entries_starts_at_check CHECK ((starts_at = date_trunc('minute'::text, starts_at)))
time_entries: time_entries_step_check CHECK ((step = ANY (ARRAY['administration'::text, 'research'::text, 'resolution'::text])))
vat_positions: vat_number_of_business CHECK ((("position" <> 'eu-business'::text) OR (vat_number IS NOT NULL)))
vat_positions: vat_positions_from_month_check CHECK ((from_month ~ '^20\d\d-(0[1-9]|1[0-2])$'::text))
vat_positions: vat_positions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id)
vat_positions: vat_positions_pkey PRIMARY KEY (organisation_id, from_month)
vat_positions: vat_positions_position_check CHECK (("position" = ANY (ARRAY['domestic'::text, 'eu-business'::text, 'outside-eu'::text])))
vat_positions: vat_positions_vat_number_check CHECK ((vat_number <> ''::text))
visits: visits_check CHECK (((starts_at < ends_at) AND ((ends_at - starts_at) <= '24:00:00'::interval)))
visits: visits_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES people(id)
visits: visits_description_check CHECK ((length(description) <= 2000))
visits: visits_ends_at_check CHECK ((ends_at = date_trunc('minute'::text, ends_at)))
visits: visits_kilometres_check CHECK (((kilometres >= 0) AND (kilometres <= 2000)))
visits: visits_organisation_id_addendum_id_fkey FOREIGN KEY (organisation_id, addendum_id) REFERENCES addenda(organisation_id, id)
visits: visits_organisation_id_ticket_id_fkey FOREIGN KEY (organisation_id, ticket_id) REFERENCES tickets(organisation_id, id)
visits: visits_pkey PRIMARY KEY (organisation_id, id)
visits: visits_starts_at_check CHECK ((starts_at = date_trunc('minute'::text, starts_at)))
CREATE INDEX addenda_by_contract ON public.addenda USING btree (organisation_id, contract_id)
CREATE INDEX addenda_in_force ON public.addenda USING btree (organisation_id, starts_on) WHERE (signed_on IS NOT NULL)
CREATE UNIQUE INDEX addenda_pkey ON public.addenda USING btree (organisation_id, id)
CREATE UNIQUE INDEX one_open_addendum ON public.addenda USING btree (organisation_id) WHERE ((signed_on IS NULL) AND (withdrawn_at IS NULL))
CREATE INDEX articles_by_state ON public.articles USING btree (state, written_at DESC, id DESC)
CREATE INDEX articles_by_time ON public.articles USING btree (written_at DESC, id DESC)
CREATE INDEX articles_text ON public.articles USING gin (to_tsvector('simple'::regconfig, ((title || ' '::text) || body)))
CREATE UNIQUE INDEX articles_pkey ON public.articles USING btree (id)
CREATE INDEX attachments_by_ticket ON public.attachments USING btree (organisation_id, ticket_id, uploaded_at, id)
CREATE INDEX attachments_by_time ON public.attachments USING btree (organisation_id, uploaded_at)
CREATE INDEX attachments_pending ON public.attachments USING btree (uploaded_at) WHERE (ticket_id IS NULL)
CREATE UNIQUE INDEX attachments_pkey ON public.attachments USING btree (organisation_id, id)
CREATE UNIQUE INDEX attachments_storage_key_key ON public.attachments USING btree (storage_key)
CREATE INDEX authorisations_by_decider ON public.authorisations USING btree (organisation_id, decided_by)
CREATE INDEX authorisations_by_delivery ON public.authorisations USING btree (organisation_id, delivered_on) WHERE (delivered_on IS NOT NULL)
CREATE INDEX authorisations_by_ticket ON public.authorisations USING btree (organisation_id, ticket_id, requested_at)
CREATE UNIQUE INDEX authorisations_pkey ON public.authorisations USING btree (organisation_id, id)
CREATE UNIQUE INDEX one_open_authorisation ON public.authorisations USING btree (organisation_id, ticket_id) WHERE (state = 'requested'::text)
CREATE INDEX one_place_at_a_time ON public.busy_times USING gist (consultant_id, during)
CREATE UNIQUE INDEX busy_times_organisation_id_entry_id_key ON public.busy_times USING btree (organisation_id, entry_id)
CREATE UNIQUE INDEX busy_times_organisation_id_visit_id_key ON public.busy_times USING btree (organisation_id, visit_id)
CREATE INDEX unconfirmed_contract_recordings ON public.contract_recordings USING btree (organisation_id, recorded_at) WHERE (confirmed_at IS NULL)
CREATE UNIQUE INDEX contract_recordings_pkey ON public.contract_recordings USING btree (organisation_id, contract_id)
CREATE INDEX contracts_by_end ON public.contracts USING btree (ends_on) WHERE (ends_on IS NOT NULL)
CREATE INDEX one_contract_at_a_time ON public.contracts USING gist (organisation_id, daterange(starts_on, ends_on, '[]'::text)) WHERE (starts_on IS NOT NULL)
CREATE UNIQUE INDEX contracts_pkey ON public.contracts USING btree (organisation_id, id)
CREATE UNIQUE INDEX one_open_offer ON public.contracts USING btree (organisation_id, terms_year) WHERE ((signed_on IS NULL) AND (withdrawn_at IS NULL))
CREATE INDEX corrections_by_ticket ON public.corrections USING btree (organisation_id, ticket_id, corrected_at)
CREATE UNIQUE INDEX corrections_pkey ON public.corrections USING btree (organisation_id, id)
CREATE UNIQUE INDEX event_heads_pkey ON public.event_heads USING btree (organisation_id)
CREATE UNIQUE INDEX event_payloads_pkey ON public.event_payloads USING btree (organisation_id, event_id)
CREATE INDEX events_by_subject ON public.events USING btree (organisation_id, subject, sequence)
CREATE INDEX events_of_seats ON public.events USING btree (organisation_id, sequence DESC) WHERE (kind = ANY (ARRAY['seat-assigned'::text, 'seat-vacated'::text]))
CREATE INDEX events_visible ON public.events USING btree (organisation_id, sequence DESC) WHERE is_visible
CREATE UNIQUE INDEX events_id_key ON public.events USING btree (id)
CREATE UNIQUE INDEX events_organisation_id_id_key ON public.events USING btree (organisation_id, id)
CREATE UNIQUE INDEX events_pkey ON public.events USING btree (organisation_id, sequence)
CREATE INDEX expenses_by_date ON public.expenses USING btree (organisation_id, spent_on)
CREATE INDEX expenses_by_ticket ON public.expenses USING btree (organisation_id, ticket_id, spent_on)
CREATE UNIQUE INDEX expenses_pkey ON public.expenses USING btree (organisation_id, id)
CREATE INDEX forgiven_charges_by_ticket ON public.forgiven_charges USING btree (organisation_id, ticket_id)
CREATE UNIQUE INDEX forgiven_charges_pkey ON public.forgiven_charges USING btree (organisation_id, credit_note_id, "position")
CREATE UNIQUE INDEX forgiven_once_for_each_key ON public.forgiven_charges USING btree (organisation_id, credit_note_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent) NULLS NOT DISTINCT
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (person_id, key)
CREATE UNIQUE INDEX installation_pkey ON public.installation USING btree (id)
CREATE INDEX invitations_by_age ON public.invitations USING btree (expires_at)
CREATE UNIQUE INDEX invitations_id_key ON public.invitations USING btree (id)
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (person_id)
CREATE UNIQUE INDEX invitations_token_hash_key ON public.invitations USING btree (token_hash)
CREATE UNIQUE INDEX invoice_counters_pkey ON public.invoice_counters USING btree (year)
CREATE UNIQUE INDEX invoice_documents_pkey ON public.invoice_documents USING btree (organisation_id, invoice_id)
CREATE INDEX invoice_lines_by_month ON public.invoice_lines USING btree (month)
CREATE INDEX invoice_lines_by_organisation ON public.invoice_lines USING btree (organisation_id, month)
CREATE INDEX invoice_lines_by_ticket ON public.invoice_lines USING btree (organisation_id, ticket_id)
CREATE UNIQUE INDEX invoice_lines_pkey ON public.invoice_lines USING btree (organisation_id, invoice_id, "position")
CREATE UNIQUE INDEX one_line_for_each_key ON public.invoice_lines USING btree (organisation_id, invoice_id, month, ticket_id, kind, rate_window, source_id, vat_category, vat_percent) NULLS NOT DISTINCT
CREATE INDEX invoice_payments_by_invoice ON public.invoice_payments USING btree (organisation_id, invoice_id, paid_on, id)
CREATE UNIQUE INDEX invoice_payments_pkey ON public.invoice_payments USING btree (organisation_id, id)
CREATE UNIQUE INDEX invoice_sendings_pkey ON public.invoice_sendings USING btree (organisation_id, invoice_id)
CREATE UNIQUE INDEX invoice_series_pkey ON public.invoice_series USING btree (year)
CREATE UNIQUE INDEX invoice_vat_pkey ON public.invoice_vat USING btree (organisation_id, invoice_id, category, percent)
CREATE INDEX invoices_by_credited ON public.invoices USING btree (organisation_id, credits_id) WHERE (credits_id IS NOT NULL)
CREATE INDEX invoices_by_month ON public.invoices USING btree (month, id) INCLUDE (total_cents)
CREATE INDEX invoices_by_organisation ON public.invoices USING btree (organisation_id, month)
CREATE UNIQUE INDEX invoices_id_key ON public.invoices USING btree (id)
CREATE UNIQUE INDEX invoices_number_key ON public.invoices USING btree (number)
CREATE UNIQUE INDEX invoices_pkey ON public.invoices USING btree (organisation_id, id)
CREATE INDEX kept_forms_by_age ON public.kept_forms USING btree (kept_at)
CREATE INDEX kept_forms_by_network ON public.kept_forms USING btree (network_hash, kept_at)
CREATE UNIQUE INDEX kept_forms_pkey ON public.kept_forms USING btree (id)
CREATE INDEX known_browsers_by_age ON public.known_browsers USING btree (expires_at)
CREATE INDEX known_browsers_by_person ON public.known_browsers USING btree (person_id, signed_in_at DESC)
CREATE UNIQUE INDEX known_browsers_pkey ON public.known_browsers USING btree (browser_hash, person_id)
CREATE UNIQUE INDEX month_counters_pkey ON public.month_counters USING btree (organisation_id, month)
CREATE UNIQUE INDEX organisation_notes_pkey ON public.organisation_notes USING btree (organisation_id)
CREATE INDEX organisations_archived ON public.organisations USING btree (lower(name), organisation_id) WHERE (archived_at IS NOT NULL)
CREATE INDEX organisations_by_name ON public.organisations USING btree (lower(name), organisation_id)
CREATE UNIQUE INDEX organisations_chamber_of_commerce_key ON public.organisations USING btree (chamber_of_commerce)
CREATE UNIQUE INDEX organisations_pkey ON public.organisations USING btree (organisation_id)
CREATE INDEX outgoing_mails_by_making ON public.outgoing_mails USING btree (state, made_at, id) WHERE (state = ANY (ARRAY['waiting'::text, 'refused'::text, 'given-up'::text, 'stopped'::text]))
CREATE INDEX outgoing_mails_settled ON public.outgoing_mails USING btree (settled_at) WHERE ((settled_at IS NOT NULL) AND (kind <> 'invoice'::text))
CREATE INDEX outgoing_mails_waiting ON public.outgoing_mails USING btree (next_try_at) WHERE (state = 'waiting'::text)
CREATE UNIQUE INDEX outgoing_mails_about_id_person_id_key ON public.outgoing_mails USING btree (about_id, person_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX outgoing_mails_pkey ON public.outgoing_mails USING btree (id)
CREATE INDEX people_of_staff ON public.people USING btree (name, id) WHERE ((staff_role IS NOT NULL) AND (deactivated_at IS NULL))
CREATE INDEX people_suspended ON public.people USING btree (name, id) WHERE ((staff_role IS NOT NULL) AND (deactivated_at IS NOT NULL))
CREATE UNIQUE INDEX people_mail_address_key ON public.people USING btree (mail_address)
CREATE UNIQUE INDEX people_pkey ON public.people USING btree (id)
CREATE UNIQUE INDEX provider_event_head_pkey ON public.provider_event_head USING btree (id)
CREATE UNIQUE INDEX provider_event_payloads_pkey ON public.provider_event_payloads USING btree (event_id)
CREATE INDEX provider_events_by_subject ON public.provider_events USING btree (subject, sequence)
CREATE UNIQUE INDEX provider_events_id_key ON public.provider_events USING btree (id)
CREATE UNIQUE INDEX provider_events_pkey ON public.provider_events USING btree (sequence)
CREATE UNIQUE INDEX provider_holidays_pkey ON public.provider_holidays USING btree (held_on)
CREATE UNIQUE INDEX provider_profile_pkey ON public.provider_profile USING btree (id)
CREATE INDEX rate_limits_by_age ON public.rate_limits USING btree (window_started_at)
CREATE UNIQUE INDEX rate_limits_pkey ON public.rate_limits USING btree (bucket)
CREATE INDEX refused_accesses_of_organisation ON public.refused_accesses USING btree (organisation_id, id DESC) WHERE (organisation_id IS NOT NULL)
CREATE INDEX refused_accesses_of_person ON public.refused_accesses USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL)
CREATE UNIQUE INDEX refused_accesses_minute_reason_person_id_organisation_id_ad_key ON public.refused_accesses USING btree (minute, reason, person_id, organisation_id, address, network) NULLS NOT DISTINCT
CREATE UNIQUE INDEX refused_accesses_pkey ON public.refused_accesses USING btree (id)
CREATE INDEX running_timers_by_ticket ON public.running_timers USING btree (organisation_id, ticket_id)
CREATE UNIQUE INDEX running_timers_pkey ON public.running_timers USING btree (consultant_id)
CREATE UNIQUE INDEX schema_steps_pkey ON public.schema_steps USING btree (name)
CREATE INDEX seats_by_person ON public.seats USING btree (person_id)
CREATE UNIQUE INDEX seats_organisation_id_person_id_key ON public.seats USING btree (organisation_id, person_id)
CREATE UNIQUE INDEX seats_pkey ON public.seats USING btree (organisation_id, seat_number)
CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id) WHERE (revoked_at IS NULL)
CREATE INDEX sessions_newest_of_person ON public.sessions USING btree (person_id, created_at DESC)
CREATE UNIQUE INDEX sessions_id_key ON public.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (token_hash)
CREATE INDEX sign_in_codes_by_address ON public.sign_in_codes USING btree (mail_address, created_at DESC)
CREATE INDEX sign_in_codes_by_age ON public.sign_in_codes USING btree (expires_at)
CREATE INDEX sign_in_codes_by_browser ON public.sign_in_codes USING btree (browser_hash, created_at DESC)
CREATE UNIQUE INDEX sign_in_codes_link_hash_key ON public.sign_in_codes USING btree (link_hash)
CREATE UNIQUE INDEX sign_in_codes_pkey ON public.sign_in_codes USING btree (id)
CREATE INDEX signatories_by_person ON public.signatories USING btree (person_id)
CREATE UNIQUE INDEX signatories_pkey ON public.signatories USING btree (organisation_id, person_id)
CREATE UNIQUE INDEX terms_pkey ON public.terms USING btree (year)
CREATE UNIQUE INDEX ticket_articles_pkey ON public.ticket_articles USING btree (organisation_id, ticket_id, article_id)
CREATE INDEX ticket_messages_by_author ON public.ticket_messages USING btree (organisation_id, author_id)
CREATE INDEX ticket_messages_by_ticket ON public.ticket_messages USING btree (organisation_id, ticket_id, written_at, id)
CREATE UNIQUE INDEX ticket_messages_pkey ON public.ticket_messages USING btree (organisation_id, id)
CREATE INDEX ticket_notes_by_ticket ON public.ticket_notes USING btree (organisation_id, ticket_id, written_at, id)
CREATE UNIQUE INDEX ticket_notes_pkey ON public.ticket_notes USING btree (organisation_id, id)
CREATE INDEX tickets_by_activity ON public.tickets USING btree (last_activity_at DESC, id DESC)
CREATE INDEX tickets_by_assignee ON public.tickets USING btree (assignee_id, waits_for, waiting_since, id) WHERE (status = 'open'::text)
CREATE INDEX tickets_by_creator ON public.tickets USING btree (organisation_id, created_by)
CREATE INDEX tickets_by_duplicate ON public.tickets USING btree (organisation_id, duplicate_of) WHERE (duplicate_of IS NOT NULL)
CREATE INDEX tickets_by_organisation ON public.tickets USING btree (organisation_id, created_at DESC, id DESC)
CREATE INDEX tickets_closed ON public.tickets USING btree (closed_at DESC, id DESC) WHERE (status = 'closed'::text)
CREATE INDEX tickets_closed_by_organisation ON public.tickets USING btree (organisation_id, closed_at DESC, id DESC) WHERE (status = 'closed'::text)
CREATE INDEX tickets_for_later ON public.tickets USING btree (waiting_since, id) WHERE ((status = 'open'::text) AND (waits_for = ANY (ARRAY['microsoft'::text, 'planning'::text])))
CREATE INDEX tickets_of_customers_turn ON public.tickets USING btree (waiting_since, id) WHERE ((status = 'open'::text) AND (waits_for = ANY (ARRAY['customer'::text, 'authorisation'::text])))
CREATE INDEX tickets_of_others_turn ON public.tickets USING btree (assignee_id, waiting_since, id) WHERE ((status = 'open'::text) AND (waits_for <> 'provider'::text))
CREATE INDEX tickets_open ON public.tickets USING btree (waiting_since, id) WHERE (status = 'open'::text)
CREATE INDEX tickets_open_by_organisation ON public.tickets USING btree (organisation_id, last_activity_at DESC, id DESC) WHERE (status = 'open'::text)
CREATE INDEX tickets_text ON public.tickets USING gin (to_tsvector('simple'::regconfig, ((((reference || ' '::text) || title) || ' '::text) || description)))
CREATE INDEX tickets_unassigned ON public.tickets USING btree (waiting_since, id) WHERE ((status = 'open'::text) AND (assignee_id IS NULL))
CREATE INDEX tickets_uninvoiced ON public.tickets USING btree (organisation_id, month) WHERE has_uninvoiced_work
CREATE INDEX tickets_waiting_by_organisation ON public.tickets USING btree (organisation_id, waits_for, waiting_since, id) WHERE (status = 'open'::text)
CREATE UNIQUE INDEX tickets_id_key ON public.tickets USING btree (id)
CREATE UNIQUE INDEX tickets_organisation_id_month_number_in_month_key ON public.tickets USING btree (organisation_id, month, number_in_month)
CREATE UNIQUE INDEX tickets_pkey ON public.tickets USING btree (organisation_id, id)
CREATE UNIQUE INDEX tickets_reference_key ON public.tickets USING btree (reference)
CREATE INDEX time_entries_by_authorisation ON public.time_entries USING btree (organisation_id, authorisation_id) WHERE (authorisation_id IS NOT NULL)
CREATE INDEX time_entries_by_consultant ON public.time_entries USING btree (consultant_id, starts_at DESC)
CREATE INDEX time_entries_by_ticket ON public.time_entries USING btree (organisation_id, ticket_id, starts_at)
CREATE INDEX time_entries_by_time ON public.time_entries USING btree (organisation_id, starts_at)
CREATE UNIQUE INDEX time_entries_id_key ON public.time_entries USING btree (id)
CREATE UNIQUE INDEX time_entries_pkey ON public.time_entries USING btree (organisation_id, id)
CREATE UNIQUE INDEX vat_positions_pkey ON public.vat_positions USING btree (organisation_id, from_month)
CREATE INDEX visits_by_consultant ON public.visits USING btree (consultant_id, starts_at DESC)
CREATE INDEX visits_by_ticket ON public.visits USING btree (organisation_id, ticket_id, starts_at)
CREATE INDEX visits_by_time ON public.visits USING btree (organisation_id, starts_at)
CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (organisation_id, id)
row security of addenda: enabled and forced
row security of articles: enabled and forced
row security of attachments: enabled and forced
row security of authorisations: enabled and forced
row security of contract_recordings: enabled and forced
row security of contracts: enabled and forced
row security of corrections: enabled and forced
row security of event_heads: enabled and forced
row security of event_payloads: enabled and forced
row security of events: enabled and forced
row security of expenses: enabled and forced
row security of forgiven_charges: enabled and forced
row security of idempotency_keys: enabled and forced
row security of invoice_documents: enabled and forced
row security of invoice_lines: enabled and forced
row security of invoice_payments: enabled and forced
row security of invoice_sendings: enabled and forced
row security of invoice_vat: enabled and forced
row security of invoices: enabled and forced
row security of month_counters: enabled and forced
row security of organisation_notes: enabled and forced
row security of organisations: enabled and forced
row security of outgoing_mails: enabled and forced
row security of refused_accesses: enabled and forced
row security of seats: enabled and forced
row security of signatories: enabled and forced
row security of ticket_articles: enabled and forced
row security of ticket_messages: enabled and forced
row security of ticket_notes: enabled and forced
row security of tickets: enabled and forced
row security of time_entries: enabled and forced
row security of vat_positions: enabled and forced
row security of visits: enabled and forced
policy desk on addenda for ALL to kwartier_desk using (true) with check (true)
policy portal on addenda for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on articles for ALL to kwartier_desk using (true) with check (true)
policy portal on articles for SELECT to kwartier_portal using ((is_public AND (state = 'published'::text) AND ((organisation_id IS NULL) OR (organisation_id = app_organisation())))) with check ()
policy desk on attachments for ALL to kwartier_desk using (true) with check (true)
policy portal on attachments for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy portal_attaches on attachments for UPDATE to kwartier_portal using (((ticket_id IS NULL) AND (uploaded_by = app_person()))) with check ((uploaded_by = app_person()))
policy portal_uploader on attachments for INSERT to kwartier_portal using () with check ((uploaded_by = app_person()))
policy desk on authorisations for ALL to kwartier_desk using (true) with check (true)
policy portal on authorisations for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on contract_recordings for ALL to kwartier_desk using (true) with check (true)
policy portal on contract_recordings for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on contracts for ALL to kwartier_desk using (true) with check (true)
policy portal on contracts for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on corrections for ALL to kwartier_desk using (true) with check (true)
policy portal on corrections for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on event_heads for ALL to kwartier_desk using (true) with check (true)
policy desk on event_payloads for ALL to kwartier_desk using (true) with check (true)
policy portal on event_payloads for SELECT to kwartier_portal using (((organisation_id = app_organisation()) AND (EXISTS ( SELECT
   FROM events e
  WHERE ((e.organisation_id = event_payloads.organisation_id) AND (e.id = event_payloads.event_id) AND e.is_visible))))) with check ()
policy desk on events for ALL to kwartier_desk using (true) with check (true)
policy portal on events for SELECT to kwartier_portal using (((organisation_id = app_organisation()) AND is_visible)) with check ()
policy desk on expenses for ALL to kwartier_desk using (true) with check (true)
policy portal on expenses for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on forgiven_charges for ALL to kwartier_desk using (true) with check (true)
policy portal on forgiven_charges for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on idempotency_keys for ALL to kwartier_desk using (true) with check (true)
policy portal on idempotency_keys for ALL to kwartier_portal using (((organisation_id = app_organisation()) AND (person_id = app_person()))) with check (((organisation_id = app_organisation()) AND (person_id = app_person())))
policy desk on invoice_documents for ALL to kwartier_desk using (true) with check (true)
policy portal on invoice_documents for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on invoice_lines for ALL to kwartier_desk using (true) with check (true)
policy portal on invoice_lines for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on invoice_payments for ALL to kwartier_desk using (true) with check (true)
policy portal on invoice_payments for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on invoice_sendings for ALL to kwartier_desk using (true) with check (true)
policy portal on invoice_sendings for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on invoice_vat for ALL to kwartier_desk using (true) with check (true)
policy portal on invoice_vat for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on invoices for ALL to kwartier_desk using (true) with check (true)
policy portal on invoices for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on month_counters for ALL to kwartier_desk using (true) with check (true)
policy portal on month_counters for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on organisation_notes for ALL to kwartier_desk using (true) with check (true)
policy desk on organisations for ALL to kwartier_desk using (true) with check (true)
policy portal on organisations for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on outgoing_mails for ALL to kwartier_desk using (true) with check (true)
policy desk on refused_accesses for SELECT to kwartier_desk using (true) with check ()
policy desk on seats for ALL to kwartier_desk using (true) with check (true)
policy portal on seats for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on signatories for ALL to kwartier_desk using (true) with check (true)
policy portal on signatories for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on ticket_articles for ALL to kwartier_desk using (true) with check (true)
policy portal on ticket_articles for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on ticket_messages for ALL to kwartier_desk using (true) with check (true)
policy portal on ticket_messages for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy portal_author on ticket_messages for INSERT to kwartier_portal using () with check (((author_id = app_person()) AND (NOT author_is_staff)))
policy desk on ticket_notes for ALL to kwartier_desk using (true) with check (true)
policy desk on tickets for ALL to kwartier_desk using (true) with check (true)
policy portal on tickets for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy portal_creator on tickets for INSERT to kwartier_portal using () with check ((created_by = app_person()))
policy desk on time_entries for ALL to kwartier_desk using (true) with check (true)
policy portal on time_entries for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on vat_positions for ALL to kwartier_desk using (true) with check (true)
policy portal on vat_positions for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
policy desk on visits for ALL to kwartier_desk using (true) with check (true)
policy portal on visits for ALL to kwartier_portal using ((organisation_id = app_organisation())) with check ((organisation_id = app_organisation()))
CREATE TRIGGER never_changes BEFORE DELETE ON public.addenda FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.addenda FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER portal_signs_addendum BEFORE UPDATE ON public.addenda FOR EACH ROW EXECUTE FUNCTION portal_signs_addendum()
CREATE TRIGGER settles_once BEFORE UPDATE ON public.addenda FOR EACH ROW EXECUTE FUNCTION addendum_settles_once()
CREATE TRIGGER marks_ticket_uninvoiced AFTER UPDATE ON public.authorisations FOR EACH ROW WHEN (((new.state = 'delivered'::text) AND (old.state <> 'delivered'::text))) EXECUTE FUNCTION marks_ticket_uninvoiced()
CREATE TRIGGER never_changes BEFORE DELETE ON public.authorisations FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.authorisations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER portal_decides_authorisation BEFORE UPDATE ON public.authorisations FOR EACH ROW EXECUTE FUNCTION portal_decides_authorisation()
CREATE TRIGGER stays_as_asked BEFORE UPDATE ON public.authorisations FOR EACH ROW EXECUTE FUNCTION authorisation_stays_as_asked()
CREATE TRIGGER confirmed_once BEFORE UPDATE ON public.contract_recordings FOR EACH ROW EXECUTE FUNCTION recording_is_confirmed_once()
CREATE TRIGGER never_changes BEFORE DELETE ON public.contract_recordings FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.contract_recordings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER archived_gets_no_contract BEFORE INSERT ON public.contracts FOR EACH ROW EXECUTE FUNCTION archived_gets_no_contract()
CREATE TRIGGER never_changes BEFORE DELETE ON public.contracts FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.contracts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER portal_changes_contract BEFORE UPDATE ON public.contracts FOR EACH ROW EXECUTE FUNCTION portal_changes_contract()
CREATE TRIGGER stays_as_signed BEFORE UPDATE ON public.contracts FOR EACH ROW EXECUTE FUNCTION contract_stays_as_signed()
CREATE TRIGGER changes_once AFTER UPDATE ON public.corrections FOR EACH ROW EXECUTE FUNCTION changes_once('withdrawn_at')
CREATE TRIGGER marks_ticket_uninvoiced AFTER INSERT OR UPDATE ON public.corrections FOR EACH ROW EXECUTE FUNCTION marks_ticket_uninvoiced()
CREATE TRIGGER never_changes BEFORE DELETE ON public.corrections FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.corrections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER changes_once AFTER UPDATE ON public.expenses FOR EACH ROW EXECUTE FUNCTION changes_once('voided_at')
CREATE TRIGGER expense_under_addendum BEFORE INSERT ON public.expenses FOR EACH ROW EXECUTE FUNCTION expense_under_addendum()
CREATE TRIGGER marks_ticket_uninvoiced AFTER INSERT OR UPDATE ON public.expenses FOR EACH ROW EXECUTE FUNCTION marks_ticket_uninvoiced()
CREATE TRIGGER never_changes BEFORE DELETE ON public.expenses FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.expenses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER forgiven_by_credit BEFORE INSERT ON public.forgiven_charges FOR EACH ROW EXECUTE FUNCTION forgiven_by_credit()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.forgiven_charges FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.forgiven_charges FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER nothing_joins_issued BEFORE INSERT ON public.forgiven_charges FOR EACH ROW EXECUTE FUNCTION nothing_joins_issued('credit_note_id')
CREATE CONSTRAINT TRIGGER counted_for_an_invoice AFTER INSERT OR UPDATE ON public.invoice_counters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION counted_for_an_invoice()
CREATE TRIGGER desk_counts_on BEFORE INSERT OR UPDATE ON public.invoice_counters FOR EACH ROW EXECUTE FUNCTION desk_counts_on()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoice_documents FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER nothing_joins_issued BEFORE INSERT ON public.invoice_lines FOR EACH ROW EXECUTE FUNCTION nothing_joins_issued('invoice_id')
CREATE TRIGGER changes_open_amount AFTER INSERT ON public.invoice_payments FOR EACH ROW EXECUTE FUNCTION changes_open_amount()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoice_payments FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoice_sendings FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_sendings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_changes BEFORE DELETE ON public.invoice_series FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_series FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER series_is_open BEFORE INSERT OR UPDATE ON public.invoice_series FOR EACH ROW EXECUTE FUNCTION series_is_open()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoice_vat FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoice_vat FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER nothing_joins_issued BEFORE INSERT ON public.invoice_vat FOR EACH ROW EXECUTE FUNCTION nothing_joins_issued('invoice_id')
CREATE CONSTRAINT TRIGGER invoice_was_counted AFTER INSERT ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoice_was_counted()
CREATE TRIGGER changes_open_amount AFTER INSERT ON public.invoices FOR EACH ROW EXECUTE FUNCTION changes_open_amount()
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.invoices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER counted_for_a_ticket AFTER UPDATE ON public.month_counters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION counted_for_a_ticket()
CREATE TRIGGER face_counts_on BEFORE INSERT OR UPDATE ON public.month_counters FOR EACH ROW EXECUTE FUNCTION face_counts_on()
CREATE TRIGGER archived_is_idle AFTER UPDATE OF archived_at ON public.organisations FOR EACH ROW WHEN (((old.archived_at IS NULL) AND (new.archived_at IS NOT NULL))) EXECUTE FUNCTION archived_is_idle()
CREATE TRIGGER accepted_mail_stays BEFORE DELETE OR UPDATE ON public.outgoing_mails FOR EACH ROW EXECUTE FUNCTION accepted_mail_stays()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.outgoing_mails FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER tells_access AFTER UPDATE ON public.people FOR EACH ROW WHEN (((old.deactivated_at IS DISTINCT FROM new.deactivated_at) OR (old.staff_role IS DISTINCT FROM new.staff_role))) EXECUTE FUNCTION tell_access('id')
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.provider_events FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.provider_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER holidays_stay_as_invoiced AFTER INSERT OR DELETE OR UPDATE ON public.provider_holidays FOR EACH ROW EXECUTE FUNCTION holidays_stay_as_invoiced()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.provider_holidays FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.refused_accesses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER tells_access AFTER DELETE OR UPDATE ON public.seats FOR EACH ROW EXECUTE FUNCTION tell_access('person_id')
CREATE TRIGGER tells_access AFTER UPDATE ON public.sessions FOR EACH ROW WHEN (((old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (new.idle_expires_at < old.idle_expires_at) OR (new.expires_at < old.expires_at))) EXECUTE FUNCTION tell_access('person_id')
CREATE TRIGGER tells_access_deleted AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION tell_access('person_id')
CREATE TRIGGER signatory_remains AFTER DELETE ON public.signatories FOR EACH ROW EXECUTE FUNCTION signatory_remains()
CREATE TRIGGER tells_access AFTER DELETE OR UPDATE ON public.signatories FOR EACH ROW EXECUTE FUNCTION tell_access('person_id')
CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE ON public.terms FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.terms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER ticket_was_counted AFTER INSERT ON public.tickets DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ticket_was_counted()
CREATE TRIGGER desk_keeps_ticket BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN ((((((((((((old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.id IS DISTINCT FROM new.id)) OR (old.reference IS DISTINCT FROM new.reference)) OR (old.created_by IS DISTINCT FROM new.created_by)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR (old.month IS DISTINCT FROM new.month)) OR (old.number_in_month IS DISTINCT FROM new.number_in_month)) OR (old.is_additional IS DISTINCT FROM new.is_additional)) OR (old.terms_year IS DISTINCT FROM new.terms_year)) OR (old.start_fee_minutes IS DISTINCT FROM new.start_fee_minutes)) OR (old.authorised_minutes IS DISTINCT FROM new.authorised_minutes))) EXECUTE FUNCTION desk_keeps_ticket()
CREATE TRIGGER follow_up_ends BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN ((old.follow_up_on IS NOT NULL)) EXECUTE FUNCTION follow_up_ends()
CREATE TRIGGER portal_changes_ticket BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN ((old.status = 'open'::text)) EXECUTE FUNCTION portal_changes_ticket()
CREATE TRIGGER portal_keeps_open BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN ((old.status = 'open'::text)) EXECUTE FUNCTION portal_keeps_open()
CREATE TRIGGER portal_makes_ticket BEFORE INSERT ON public.tickets FOR EACH ROW EXECUTE FUNCTION portal_makes_ticket()
CREATE TRIGGER portal_reopens_ticket BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN ((old.status = 'closed'::text)) EXECUTE FUNCTION portal_reopens_ticket()
CREATE TRIGGER start_fee_is_waived_once BEFORE UPDATE ON public.tickets FOR EACH ROW WHEN (((old.start_fee_waived_at IS DISTINCT FROM new.start_fee_waived_at) OR (old.start_fee_waived_reason IS DISTINCT FROM new.start_fee_waived_reason))) EXECUTE FUNCTION start_fee_is_waived_once()
CREATE TRIGGER entry_names_authorisation BEFORE INSERT ON public.time_entries FOR EACH ROW WHEN ((new.authorisation_id IS NOT NULL)) EXECUTE FUNCTION entry_names_authorisation()
CREATE TRIGGER never_changes BEFORE DELETE ON public.time_entries FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.time_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER time_entry_changes_ticket AFTER INSERT OR UPDATE ON public.time_entries FOR EACH ROW EXECUTE FUNCTION time_entry_changes_ticket()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.vat_positions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER stays_as_invoiced BEFORE INSERT OR DELETE OR UPDATE ON public.vat_positions FOR EACH ROW EXECUTE FUNCTION vat_position_stays_as_invoiced()
CREATE TRIGGER changes_once AFTER UPDATE ON public.visits FOR EACH ROW EXECUTE FUNCTION changes_once('voided_at')
CREATE TRIGGER marks_ticket_uninvoiced AFTER INSERT OR UPDATE ON public.visits FOR EACH ROW EXECUTE FUNCTION marks_ticket_uninvoiced()
CREATE TRIGGER never_changes BEFORE DELETE ON public.visits FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON public.visits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER visit_takes_time AFTER INSERT OR UPDATE ON public.visits FOR EACH ROW EXECUTE FUNCTION visit_takes_time()
CREATE TRIGGER visit_under_addendum BEFORE INSERT ON public.visits FOR EACH ROW EXECUTE FUNCTION visit_under_addendum()
view visible_holidays with (security_barrier=true) as  SELECT held_on,
    name
   FROM provider_holidays;
view visible_people with (security_barrier=true) as  SELECT id,
    name,
    (staff_role IS NOT NULL) AS is_staff
   FROM people p
  WHERE ((staff_role IS NOT NULL) OR ( SELECT pg_has_role(CURRENT_USER, 'kwartier_desk'::name, 'USAGE'::text) AS pg_has_role) OR takes_part(id));
view visible_provider with (security_barrier=true) as  SELECT name,
    address_lines,
    chamber_of_commerce,
    vat_number,
    iban,
    mail_address,
    bic,
    phone
   FROM provider_profile;
view visible_terms with (security_barrier=true) as  SELECT year,
    data,
    published_at
   FROM terms;
sequence ticket_references
CREATE OR REPLACE FUNCTION public.accepted_mail_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.kind = 'invoice' then raise exception 'what became of an invoice''s mail stays' using errcode = 'restrict_violation'; end if;
    return old;
  end if;
  if old.state = 'accepted' or (old.id, old.kind, old.about_id, old.made_at) is distinct from (new.id, new.kind, new.about_id, new.made_at)
    or (old.organisation_id, old.person_id) is distinct from (new.organisation_id, new.person_id)
  then raise exception 'a mail that was accepted stays so, and no mail becomes another' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.add_signatory(organisation uuid, address text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into signatories (organisation_id, person_id, appointed_at) values (organisation, customer_of_address(address), at);
end $function$
CREATE OR REPLACE FUNCTION public.addendum_settles_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if old.signed_on is not null or old.withdrawn_at is not null
    or (old.organisation_id, old.id, old.contract_id, old.terms, old.offered_by, old.offered_at)
      is distinct from (new.organisation_id, new.id, new.contract_id, new.terms, new.offered_by, new.offered_at)
  then raise exception 'an addendum is signed or withdrawn, once' using errcode = 'restrict_violation'; end if;
  if new.signed_on is not null and not exists (select from contracts c
    where c.organisation_id = new.organisation_id and c.id = new.contract_id and c.starts_on <= new.starts_on and new.ends_on <= c.ends_on)
  then raise exception 'an addendum lies within its contract' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.app_actor()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(current_setting('app.actor'::text, true), ''::text), 'system'::text)
CREATE OR REPLACE FUNCTION public.app_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid
CREATE OR REPLACE FUNCTION public.app_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid
CREATE OR REPLACE FUNCTION public.archived_gets_no_contract()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Archiving takes turns with this.
  if (select o.archived_at from organisations o where o.organisation_id = new.organisation_id for share) is not null
  then raise exception 'a customer that is archived gets no contract' using errcode = 'restrict_violation',
    constraint = 'archived_gets_no_contract'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.archived_is_idle()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if exists (select from tickets t where t.organisation_id = new.organisation_id and t.status = 'open')
    or exists (select from contracts c where c.organisation_id = new.organisation_id and c.withdrawn_at is null
      and (case when c.signed_on is null then make_date(c.terms_year, 11, 30) else c.ends_on end > new.archived_at))
  then raise exception 'a customer with a contract, an offer or an open ticket is not archived' using errcode = 'restrict_violation'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.authorisation_stays_as_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  settling text[] := array['state', 'decided_by', 'decided_at', 'decline_reason', 'version', 'delivered_on', 'delivered_by'];
  -- What a step does not settle itself.
  settled text[] := case when old.state = new.state then array['version']
    when new.state = 'delivered' then array['state', 'version', 'delivered_on', 'delivered_by'] else settling end;
begin
  if to_jsonb(old) - settled is distinct from to_jsonb(new) - settled
    or not (old.state = new.state or old.state = 'requested' and new.state in ('approved', 'declined', 'withdrawn')
      or old.state = 'approved' and old.fixed_price_cents is not null and new.state in ('delivered', 'withdrawn'))
  then raise exception 'an authorisation stays as it was asked and decided' using errcode = 'restrict_violation'; end if;
  if old.state <> new.state and new.state in ('approved', 'declined') and not may_consent()
  then raise exception 'only a contact decides' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.changes_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null or to_jsonb(new) ->> tg_argv[0] is null
    or to_jsonb(old) - tg_argv[0] is distinct from to_jsonb(new) - tg_argv[0]
  then raise exception 'only % of % can change, once', tg_argv[0], tg_table_name using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.changes_open_amount()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update organisations o
    set open_cents = o.open_cents + case tg_table_name when 'invoices' then (to_jsonb(new) ->> 'total_cents')::bigint
      else -(to_jsonb(new) ->> 'amount_cents')::bigint end
    where o.organisation_id = new.organisation_id;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.contract_stays_as_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if (old.organisation_id, old.id, old.terms_year, old.offered_at) is distinct from (new.organisation_id, new.id, new.terms_year, new.offered_at)
    or (old.signed_on is not null and (old.signed_on, old.signed_by) is distinct from (new.signed_on, new.signed_by))
    or (old.terminated_at is not null and old.terminated_at is distinct from new.terminated_at)
    or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at)
    -- A period begins with a signature, goes with a withdrawal, and becomes shorter with a notice.
    or (old.starts_on is null and new.starts_on is not null and old.signed_on is not null)
    or (old.starts_on is not null and new.starts_on is not null and (new.starts_on <> old.starts_on or new.ends_on > old.ends_on
      or (new.ends_on <> old.ends_on and (old.terminated_at is not null or new.terminated_at is null))))
  then raise exception 'a contract stays as it was offered and signed' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.counted_for_a_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if (is_portal() or is_desk()) and not exists (select from tickets t
    where t.organisation_id = new.organisation_id and t.month = new.month and t.number_in_month = new.last_number)
  then raise exception 'no ticket took the number that was counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.counted_for_an_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_desk() and not exists (select from invoices i where i.number = invoice_number_of(new.year, new.last_number))
  then raise exception 'no invoice took the number that was counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.customer_of_address(address text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  known uuid;
begin
  select p.id into known from people p where p.mail_address = address and p.staff_role is null and p.deactivated_at is null;
  if known is null then raise exception 'nobody of a customer has this address' using errcode = 'insufficient_privilege'; end if;
  return known;
end $function$
CREATE OR REPLACE FUNCTION public.desk_counts_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_desk() and (case tg_op when 'INSERT' then new.last_number <> first_number_of(new.year) else
    new.last_number <> old.last_number + 1 or new.year <> old.year end)
  then raise exception 'a year counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.desk_keeps_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  created text[] := array['organisation_id', 'id', 'reference', 'created_by', 'created_at', 'month', 'number_in_month', 'is_additional',
    'terms_year', 'start_fee_minutes'];
begin
  if is_desk() and exists (select from unnest(created) name where to_jsonb(old) -> name is distinct from to_jsonb(new) -> name)
    or new.authorised_minutes <> old.authorised_minutes and not may_consent()
  then raise exception 'what a ticket was created with is nobody''s to change' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and (task is distinct from 'react-to-event' or key is not null or app_organisation() is null
     or payload ->> 'organisationId' is distinct from app_organisation()::text)
  then raise exception 'a task that is not the portal''s' using errcode = 'insufficient_privilege'; end if;
  perform graphile_worker.add_job(task, payload, job_key => key);
end $function$
CREATE OR REPLACE FUNCTION public.entry_names_authorisation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from authorisations a where a.organisation_id = new.organisation_id and a.id = new.authorisation_id
    and a.ticket_id = new.ticket_id and a.state = 'approved' for share;
  if not found then raise exception 'work under an authorisation that is not in force' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.event_hash(previous bytea, organisation uuid, sequence bigint, id uuid, at timestamp with time zone, actor text, person uuid, kind text, visible boolean, subject text, payload_hash bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
RETURN sha256(((previous || convert_to(concat_ws('|'::text, COALESCE((organisation)::text, '-'::text), sequence, id, (EXTRACT(epoch FROM at))::numeric(20,6), actor, COALESCE((person)::text, '-'::text), kind, CASE WHEN visible THEN 'visible'::text ELSE 'hidden'::text END, subject), 'UTF8'::name)) || payload_hash))
CREATE OR REPLACE FUNCTION public.expense_under_addendum()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from addenda a where a.organisation_id = new.organisation_id and a.id = new.addendum_id
    and new.spent_on between a.starts_on and a.ends_on)
  then raise exception 'a cost without a signed addendum' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.face_counts_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if (is_portal() or is_desk()) and (case tg_op when 'INSERT' then new.last_number <> 0 else
    new.last_number <> old.last_number + 1 or (new.organisation_id, new.month) <> (old.organisation_id, old.month) or new.last_created_at < old.last_created_at end)
  then raise exception 'a month counts on by one' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.first_number_of(of integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select coalesce((select s.first_number from invoice_series s where s.year = of), 1);
$function$
CREATE OR REPLACE FUNCTION public.follow_up_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if new.status = 'closed' or new.waits_for = 'provider' then new.follow_up_on := null; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.forget_refused_accesses()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  forgotten bigint;
begin
  delete from refused_accesses where minute < now() - interval '90 days'
    or id <= (select r.id from refused_accesses r order by r.id desc offset 500000 limit 1);
  get diagnostics forgotten = row_count;
  return forgotten;
end $function$
CREATE OR REPLACE FUNCTION public.forgiven_by_credit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from invoices i where i.organisation_id = new.organisation_id and i.id = new.credit_note_id and i.credit_mode = 'forgive')
  then raise exception 'what no credit forgives' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.give_seat(organisation uuid, seat integer, address text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into seats (organisation_id, seat_number, person_id, assigned_at) values (organisation, seat, customer_of_address(address), at)
    on conflict (organisation_id, seat_number) do update set person_id = excluded.person_id, assigned_at = excluded.assigned_at;
end $function$
CREATE OR REPLACE FUNCTION public.hold_holidays()
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 SELECT pg_advisory_xact_lock((7451206)::bigint) AS pg_advisory_xact_lock;
END
CREATE OR REPLACE FUNCTION public.hold_invoice_series()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  lock table invoice_series in share row exclusive mode;
end $function$
CREATE OR REPLACE FUNCTION public.hold_people(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not may_designate(organisation) then return false; end if;
  perform from organisations o where o.organisation_id = organisation for no key update;
  return may_designate(organisation);
end $function$
CREATE OR REPLACE FUNCTION public.holidays_stay_as_invoiced()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  days date[] := '{}';
begin
  if tg_op <> 'INSERT' then days := days || old.held_on; end if;
  if tg_op <> 'DELETE' then days := days || new.held_on; end if;
  perform hold_holidays();
  if exists (select from unnest(days) day where is_month_invoiced(to_char(day, 'YYYY-MM')))
  then raise exception 'a day off of a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.invoice_number_of(year integer, place integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
RETURN ((year || '-'::text) || lpad((place)::text, GREATEST(4, length((place)::text)), '0'::text))
CREATE OR REPLACE FUNCTION public.invoice_was_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  place integer := split_part(new.number, '-', 2)::integer;
begin
  if is_desk() and not exists (select from invoice_counters c
    where invoice_number_of(c.year, place) = new.number and place between first_number_of(c.year) and c.last_number)
  then raise exception 'the number of an invoice was not counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.is_contacts_event(kind text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN (kind = ANY (ARRAY['ticket-created'::text, 'ticket-replied'::text, 'ticket-outside-hours-agreed'::text, 'ticket-withdrawn'::text, 'ticket-reopened'::text, 'authorisation-approved'::text, 'authorisation-declined'::text, 'contract-signed'::text, 'contract-confirmed'::text, 'contract-terminated'::text, 'contract-withdrawn'::text, 'contract-addendum-signed'::text, 'seat-assigned'::text, 'seat-vacated'::text, 'signatory-appointed'::text, 'signatory-withdrawn'::text]))
CREATE OR REPLACE FUNCTION public.is_desk()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (pg_has_role(SESSION_USER, 'kwartier_desk'::name, 'MEMBER'::text) AND (NOT pg_has_role(SESSION_USER, 'kwartier_portal'::name, 'MEMBER'::text)))
CREATE OR REPLACE FUNCTION public.is_month_invoiced(month text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM invoice_lines l WHERE (l.month = is_month_invoiced.month)))
CREATE OR REPLACE FUNCTION public.is_portal()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (pg_has_role(SESSION_USER, 'kwartier_portal'::name, 'MEMBER'::text) AND (NOT pg_has_role(SESSION_USER, 'kwartier_desk'::name, 'MEMBER'::text)))
CREATE OR REPLACE FUNCTION public.last_invoiced_month(organisation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN (SELECT max(l.month) AS max FROM invoice_lines l WHERE (l.organisation_id = last_invoiced_month.organisation))
CREATE OR REPLACE FUNCTION public.marks_ticket_uninvoiced()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update tickets set has_uninvoiced_work = true where organisation_id = new.organisation_id and id = new.ticket_id and not has_uninvoiced_work;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.may_consent()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not is_desk() then return true; end if;
  return app_actor() = 'contact' and not exists (select from installation where not is_demo);
end $function$
CREATE OR REPLACE FUNCTION public.may_designate(organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select not is_portal() or coalesce(organisation = app_organisation() and app_actor() = 'contact' and exists (
    select from signatories s where s.organisation_id = organisation and s.person_id = app_person()), false);
$function$
CREATE OR REPLACE FUNCTION public.name_person(organisation uuid, new_id uuid, called text, address text, speaks text, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  known uuid;
begin
  if not may_designate(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  insert into people (id, name, mail_address, language, created_at) values (new_id, called, address, speaks, at)
    on conflict on constraint people_mail_address_key do nothing;
  select p.id into known from people p where p.mail_address = address and p.staff_role is null and p.deactivated_at is null;
  return known;
end $function$
CREATE OR REPLACE FUNCTION public.nothing_joins_issued()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  invoice uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from events e where e.organisation_id = new.organisation_id and e.subject = invoice::text
    and e.kind in ('invoice-issued', 'invoice-credited'))
  then raise exception 'nothing is added to what was issued' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_changes_contract()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  signs boolean := old.signed_on is null and old.withdrawn_at is null
    and new.signed_by is not distinct from app_person() and new.withdrawn_at is null and new.terminated_at is null
    -- The local date is core's to say; here it may only not be before the offer.
    and new.signed_on + interval '2 days' > old.offered_at
    and new.starts_on = greatest((date_trunc('month', new.signed_on) + interval '1 month')::date, make_date(new.terms_year, 1, 1),
      (select max(c.ends_on) + 1 from contracts c where c.organisation_id = old.organisation_id))
    and new.ends_on = make_date(new.terms_year, 12, 31);
  ends boolean := old.starts_on is not null and old.terminated_at is null and new.terminated_at is not null
    and new.starts_on = old.starts_on and new.ends_on <= old.ends_on
    and new.ends_on + interval '2 days' >= new.terminated_at;
  takes_back boolean := old.starts_on is not null and old.terminated_at is null and new.withdrawn_at < old.starts_on + interval '1 day';
  -- The last day on which the contract still holds, or before which it is taken back.
  until date := case when new.withdrawn_at is null then new.ends_on else old.starts_on - 1 end;
begin
  if not is_portal() then return new; end if;
  if not exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    or not coalesce(signs or ((ends or takes_back) and (new.signed_on, new.signed_by) = (old.signed_on, old.signed_by)), false)
    or (old.signed_on is not null and (
      exists (select from tickets t where t.organisation_id = old.organisation_id and t.last_activity_at >= until + interval '2 days')
      or exists (select from tickets t where t.organisation_id = old.organisation_id and t.month > to_char(until, 'YYYY-MM'))))
  then raise exception 'a change of a contract that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_changes_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not is_portal() then return new; end if;
  if old.status = 'closed' or (new.status = 'closed' and new.outcome is distinct from 'withdrawn')
    or (new.waits_for <> 'provider' and new.waits_for <> old.waits_for)
    or (old.outside_hours_agreed_at is not null and new.outside_hours_agreed_at is distinct from old.outside_hours_agreed_at)
    or new.outside_hours_agreed_at < old.created_at
    or new.authorised_minutes < old.authorised_minutes
  then raise exception 'a change that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  if new.authorised_minutes > old.authorised_minutes and new.authorised_minutes >
    (select (t.data ->> 'authorisedMinutes')::integer from visible_terms t where t.year = old.terms_year)
    + (select coalesce(sum(a.minutes), 0) from authorisations a where a.organisation_id = old.organisation_id and a.ticket_id = old.id
      and a.state = 'approved' and a.fixed_price_cents is null)
  then raise exception 'more minutes than were approved' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_decides_authorisation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and (old.state <> 'requested' or new.state not in ('approved', 'declined')
    or new.decided_by is distinct from app_person() or new.version <> old.version + 1
    or not exists (select from seats s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    -- Clocks of two machines may differ, and the local date is core's to say; here it may only not be another day.
    or new.decided_at < old.requested_at - interval '1 day'
    or (new.state = 'approved' and new.decided_at >= old.valid_until + interval '2 days'))
  then raise exception 'a decision that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_keeps_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and new.reopened_at is distinct from old.reopened_at
  then raise exception 'an open ticket is not opened again' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_makes_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and not exists (
    select from visible_terms t
      join contracts c on c.organisation_id = new.organisation_id and c.terms_year = t.year
      join month_counters m on m.organisation_id = new.organisation_id and m.month = new.month
    where t.year = new.terms_year
      -- Contracts are of whole months. The local month is core's to say; here it may only not be another one.
      and to_date(new.month, 'YYYY-MM') between c.starts_on and c.ends_on
      and new.created_at between to_date(new.month, 'YYYY-MM') - interval '1 day' and to_date(new.month, 'YYYY-MM') + interval '1 month 1 day'
      and new.number_in_month = m.last_number
      and new.is_additional = coalesce(new.number_in_month > (t.data ->> 'ticketsPerMonth')::integer, false)
      and new.start_fee_minutes = (t.data ->> 'startFeeMinutes')::integer
      and new.authorised_minutes = (t.data ->> 'authorisedMinutes')::integer)
  then raise exception 'a ticket that is not as the terms say' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_reopens_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and not (new.status = 'open' and new.outcome is null and new.waits_for = 'provider'
    and old.outcome in ('solved', 'workaround', 'redesign', 'escalated', 'not-solved')
    and new.reopened_at is not null and new.reopened_at >= old.closed_at
    and (new.authorised_minutes, new.outside_hours_agreed_at) is not distinct from (old.authorised_minutes, old.outside_hours_agreed_at)
    -- The local date is core's to say; here it may only not be far from the contract.
    and exists (select from contracts c where c.organisation_id = old.organisation_id
      and new.reopened_at between c.starts_on - interval '1 day' and c.ends_on + interval '2 days'))
  then raise exception 'a change of a closed ticket that is not a contact''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.portal_signs_addendum()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and not (coalesce(new.signed_by = app_person() and new.signed_on + interval '2 days' > old.offered_at, false)
    and exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person())
    and exists (select from contracts c where c.organisation_id = old.organisation_id and c.id = old.contract_id
      and new.starts_on = greatest(new.signed_on, c.starts_on) and new.ends_on = c.ends_on))
  then raise exception 'a signature that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.record_event(organisation uuid, event_id uuid, happened_at timestamp with time zone, event_kind text, event_subject text, visible boolean, event_payload jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  head record;
  -- Two random UUIDs are 244 random bits without an extension.
  new_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  hash_of_payload bytea := sha256(new_salt || convert_to(event_payload::text, 'UTF8'));
  new_hash bytea;
begin
  if is_portal() and (organisation is null or organisation is distinct from app_organisation())
  then raise exception 'an event of another organisation' using errcode = 'insufficient_privilege'; end if;
  if is_portal() and (app_actor() <> 'contact' or app_person() is null or not is_contacts_event(event_kind))
  then raise exception 'an event that is no contact''s' using errcode = 'insufficient_privilege'; end if;
  if organisation is null then
    insert into provider_event_head values (true, 0, '') on conflict do nothing;
    select * into head from provider_event_head for update;
    new_hash := event_hash(head.hash, null, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, false, event_subject, hash_of_payload);
    insert into provider_events values (head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, event_subject, hash_of_payload, head.hash, new_hash);
    insert into provider_event_payloads values (event_id, new_salt, event_payload);
    update provider_event_head set sequence = head.sequence + 1, hash = new_hash;
  else
    insert into event_heads values (organisation, 0, '') on conflict do nothing;
    select * into head from event_heads where organisation_id = organisation for update;
    new_hash := event_hash(head.hash, organisation, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, visible, event_subject, hash_of_payload);
    insert into events values (organisation, head.sequence + 1, event_id, happened_at, app_actor(), app_person(), event_kind, event_subject, visible, hash_of_payload, head.hash, new_hash);
    insert into event_payloads values (organisation, event_id, new_salt, event_payload);
    update event_heads set sequence = head.sequence + 1, hash = new_hash where organisation_id = organisation;
  end if;
  perform pg_notify('kwartier_events', coalesce(organisation::text, '') || ' ' || event_id::text);
end $function$
CREATE OR REPLACE FUNCTION public.record_refused_accesses(given jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in select * from jsonb_to_recordset(given) as x (id uuid, minute timestamptz, reason text, person_id uuid, organisation_id uuid,
    address text, network text, hits integer, last_at timestamptz, request_id uuid)
  loop
    if not exists (select from refused_accesses r where r.minute = one.minute and r.reason = one.reason and r.address = one.address
      and r.network = one.network and r.person_id is not distinct from one.person_id
      and r.organisation_id is not distinct from one.organisation_id)
    then
      if (select count(*) from refused_accesses r where r.minute = one.minute and r.person_id is not distinct from one.person_id)
        >= (case when one.person_id is null then 60 else 20 end)
      then one.address := ''; one.network := ''; end if;
      if (select count(*) from refused_accesses r where r.minute = one.minute) >= 300
      then one.address := ''; one.network := ''; one.person_id := null; one.organisation_id := null; end if;
    end if;
    insert into refused_accesses as r values (one.id, one.minute, one.reason, one.person_id, one.organisation_id, one.address, one.network,
      one.hits, one.last_at, one.request_id)
    on conflict (minute, reason, person_id, organisation_id, address, network) do update set
      hits = least(r.hits::bigint + excluded.hits, 1000000000), last_at = greatest(r.last_at, excluded.last_at), request_id = excluded.request_id;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.recording_is_confirmed_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if old.confirmed_at is not null or new.confirmed_at is null
    or (old.organisation_id, old.contract_id, old.recorded_by, old.recorded_at)
      is distinct from (new.organisation_id, new.contract_id, new.recorded_by, new.recorded_at)
  then raise exception 'a recorded contract is confirmed once' using errcode = 'restrict_violation'; end if;
  if (is_portal() or is_desk()) and not (may_consent() and new.confirmed_by is not distinct from app_person()
    and exists (select from signatories s where s.organisation_id = old.organisation_id and s.person_id = app_person()))
  then raise exception 'a confirmation that is not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of % is refused: it never changes', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $function$
CREATE OR REPLACE FUNCTION public.remove_signatory(organisation uuid, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  if is_portal() and person = app_person()
  then raise exception 'a signatory is withdrawn by another' using errcode = 'insufficient_privilege'; end if;
  delete from signatories s where s.organisation_id = organisation and s.person_id = person;
end $function$
CREATE OR REPLACE FUNCTION public.seat_history(organisation uuid, most integer)
 RETURNS TABLE(happened_at timestamp with time zone, seat integer, holder text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_portal() and organisation is distinct from app_organisation()
  then raise exception 'seats of another organisation' using errcode = 'insufficient_privilege'; end if;
  return query select e.at, (p.payload ->> 'seat')::integer, (select h.name from people h where h.id = (p.payload ->> 'after')::uuid)
    from events e join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
    where e.organisation_id = organisation and e.kind in ('seat-assigned', 'seat-vacated') and p.payload ? 'seat'
    order by e.sequence desc limit least(most, 200);
end $function$
CREATE OR REPLACE FUNCTION public.series_is_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if (tg_op = 'UPDATE' and old.year <> new.year) or exists (select from invoice_counters c where c.year = new.year)
  then raise exception 'the numbers of a year have begun' using errcode = 'restrict_violation', constraint = 'invoice_series_open'; end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.share_holidays()
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 SELECT pg_advisory_xact_lock_shared((7451206)::bigint) AS pg_advisory_xact_lock_shared;
END
CREATE OR REPLACE FUNCTION public.share_invoice_series()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  lock table invoice_series in share mode;
end $function$
CREATE OR REPLACE FUNCTION public.signatory_remains()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform from organisations o where o.organisation_id = old.organisation_id for no key update;
  if not exists (select from signatories s where s.organisation_id = old.organisation_id)
  then raise exception 'the last signatory stays' using errcode = 'restrict_violation', constraint = 'signatory_remains'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.start_fee_is_waived_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if old.start_fee_waived_at is not null
  then raise exception 'a start fee is waived once, for good' using errcode = 'restrict_violation'; end if;
  new.has_uninvoiced_work := true;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.take_mailing_hits(organisation uuid, at timestamp with time zone)
 RETURNS TABLE(bucket text, hits integer, window_started_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  person uuid := app_person();
  one record;
begin
  if person is null or organisation is null or (is_portal() and organisation is distinct from app_organisation())
  then raise exception 'mails of somebody else' using errcode = 'insufficient_privilege'; end if;
  for one in values (1, 'person', person, 10), (2, 'person', person, 60), (3, 'organisation', organisation, 10), (4, 'organisation', organisation, 60)
    order by 1
  loop
    bucket := one.column2 || '-' || one.column4;
    insert into rate_limits as r values ('mail-' || bucket || ':' || one.column3, at, 1)
    on conflict on constraint rate_limits_pkey do update set
      hits = case when r.window_started_at <= at - make_interval(mins => one.column4) then 1 else least(r.hits + 1, 1000000) end,
      window_started_at = case when r.window_started_at <= at - make_interval(mins => one.column4) then at else r.window_started_at end
    returning r.hits, r.window_started_at into hits, window_started_at;
    return next;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.takes_part(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE COST 10000
RETURN ((EXISTS (SELECT FROM seats s WHERE ((s.organisation_id = app_organisation()) AND (s.person_id = takes_part.person)))) OR (EXISTS (SELECT FROM signatories g WHERE ((g.organisation_id = app_organisation()) AND (g.person_id = takes_part.person)))) OR (EXISTS (SELECT FROM tickets t WHERE ((t.organisation_id = app_organisation()) AND (t.created_by = takes_part.person)))) OR (EXISTS (SELECT FROM ticket_messages m WHERE ((m.organisation_id = app_organisation()) AND (m.author_id = takes_part.person)))) OR (EXISTS (SELECT FROM authorisations a WHERE ((a.organisation_id = app_organisation()) AND (a.decided_by = takes_part.person)))) OR (EXISTS (SELECT FROM contracts c WHERE ((c.organisation_id = app_organisation()) AND (c.signed_by = takes_part.person)))))
CREATE OR REPLACE FUNCTION public.tell_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- The column that names the person is the trigger's argument.
  perform pg_notify('kwartier_access', to_jsonb(old) ->> tg_argv[0]);
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.ticket_was_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if is_desk() and not exists (select from month_counters c where c.organisation_id = new.organisation_id and c.month = new.month
    and new.number_in_month between 1 and c.last_number)
  then raise exception 'the number of a ticket was not counted' using errcode = 'insufficient_privilege'; end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.time_entry_changes_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  delta integer := 0;
  is_quoted boolean := new.is_chargeable and exists (select from authorisations a
    where a.organisation_id = new.organisation_id and a.id = new.authorisation_id and a.fixed_price_cents is not null);
  is_charged boolean := new.is_chargeable and not is_quoted;
begin
  if tg_op = 'INSERT' then
    if new.voided_at is not null then return new; end if;
    delta := 1;
    insert into busy_times (organisation_id, entry_id, consultant_id, during)
    values (new.organisation_id, new.id, new.consultant_id, tstzrange(new.starts_at, new.ends_at, '[)'));
  elsif tg_op = 'UPDATE' then
    if old.voided_at is not null or new.voided_at is null
       or row(old.organisation_id, old.id, old.ticket_id, old.consultant_id, old.step, old.starts_at, old.ends_at, old.is_chargeable, old.authorisation_id)
          is distinct from row(new.organisation_id, new.id, new.ticket_id, new.consultant_id, new.step, new.starts_at, new.ends_at, new.is_chargeable, new.authorisation_id)
    then raise exception 'a time entry can only be voided, once' using errcode = 'restrict_violation'; end if;
    delta := -1;
    delete from busy_times where organisation_id = new.organisation_id and entry_id = new.id;
  end if;
  update tickets set
    administration_minutes = administration_minutes + case when is_charged and new.step = 'administration' then delta * new.minutes else 0 end,
    research_minutes = research_minutes + case when is_charged and new.step = 'research' then delta * new.minutes else 0 end,
    resolution_minutes = resolution_minutes + case when is_charged and new.step = 'resolution' then delta * new.minutes else 0 end,
    quoted_minutes = quoted_minutes + case when is_quoted then delta * new.minutes else 0 end,
    not_charged_minutes = not_charged_minutes + case when new.is_chargeable then 0 else delta * new.minutes end,
    has_uninvoiced_work = has_uninvoiced_work or is_charged
  where organisation_id = new.organisation_id and id = new.ticket_id;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.vacate_seat(organisation uuid, seat integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not hold_people(organisation) then raise exception 'people who are not a signatory''s' using errcode = 'insufficient_privilege'; end if;
  delete from seats s where s.organisation_id = organisation and s.seat_number = seat;
end $function$
CREATE OR REPLACE FUNCTION public.vat_position_stays_as_invoiced()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  whose uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
  since text := case tg_op when 'INSERT' then new.from_month when 'DELETE' then old.from_month else least(old.from_month, new.from_month) end;
begin
  if tg_op = 'UPDATE' and new.organisation_id <> old.organisation_id
  then raise exception 'where a customer stands for VAT is no other''s' using errcode = 'restrict_violation'; end if;
  -- Whoever issues an invoice holds the organisation from before the position is read until the lines are kept.
  perform from organisations o where o.organisation_id = whose for no key update;
  -- A number that was typed wrong can be put right: what was issued keeps its own.
  if tg_op = 'UPDATE' and (old.from_month, old.position) = (new.from_month, new.position) then return new; end if;
  if since <= last_invoiced_month(whose)
  then raise exception 'where a customer stood for VAT in a month that was invoiced never changes' using errcode = 'restrict_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
CREATE OR REPLACE FUNCTION public.visit_takes_time()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from busy_times where organisation_id = new.organisation_id and visit_id = new.id;
  elsif new.voided_at is null then
    insert into busy_times (organisation_id, visit_id, consultant_id, during)
    values (new.organisation_id, new.id, new.consultant_id, tstzrange(new.starts_at, new.ends_at, '[)'));
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.visit_under_addendum()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from addenda a where a.organisation_id = new.organisation_id and a.id = new.addendum_id
    and new.starts_at >= a.starts_on - interval '1 day' and new.starts_at < a.ends_on + interval '2 days')
  then raise exception 'a visit without a signed addendum' using errcode = 'restrict_violation'; end if;
  return new;
end $function$
grant select on addenda to kwartier_desk
grant select on addenda to kwartier_portal
grant insert, select, update on articles to kwartier_desk
grant select on articles to kwartier_portal
grant delete, insert, select, update on attachments to kwartier_desk
grant insert, select on attachments to kwartier_portal
grant select on authorisations to kwartier_portal
grant select, update on authorisations to kwartier_desk
grant select on busy_times to kwartier_desk
grant select on contract_recordings to kwartier_desk
grant select on contract_recordings to kwartier_portal
grant select on contracts to kwartier_desk
grant select on contracts to kwartier_portal
grant insert, select on corrections to kwartier_desk
grant select on corrections to kwartier_portal
grant select on event_heads to kwartier_desk
grant select on event_payloads to kwartier_desk
grant select on event_payloads to kwartier_portal
grant select on events to kwartier_desk
grant select on events to kwartier_portal
grant insert, select on expenses to kwartier_desk
grant select on expenses to kwartier_portal
grant insert, select on forgiven_charges to kwartier_desk
grant select on forgiven_charges to kwartier_portal
grant delete, insert, select on idempotency_keys to kwartier_desk
grant insert, select on idempotency_keys to kwartier_portal
grant select on installation to kwartier_desk
grant delete, insert, select, update on invitations to kwartier_desk
grant insert, select, update on invoice_counters to kwartier_desk
grant insert, select on invoice_documents to kwartier_desk
grant select on invoice_documents to kwartier_portal
grant insert, select on invoice_lines to kwartier_desk
grant select on invoice_lines to kwartier_portal
grant insert, select on invoice_payments to kwartier_desk
grant select on invoice_payments to kwartier_portal
grant insert, select on invoice_sendings to kwartier_desk
grant select on invoice_sendings to kwartier_portal
grant insert, select on invoice_series to kwartier_desk
grant insert, select on invoice_vat to kwartier_desk
grant select on invoice_vat to kwartier_portal
grant insert, select on invoices to kwartier_desk
grant select on invoices to kwartier_portal
grant delete, insert, select on kept_forms to kwartier_desk
grant delete, insert, select, update on known_browsers to kwartier_desk
grant insert, select, update on month_counters to kwartier_desk
grant insert, select, update on month_counters to kwartier_portal
grant delete, insert, select, update on organisation_notes to kwartier_desk
grant select on organisations to kwartier_desk
grant select on organisations to kwartier_portal
grant delete, insert, select, update on outgoing_mails to kwartier_desk
grant insert, select, update on people to kwartier_desk
grant select on provider_event_head to kwartier_desk
grant select on provider_event_payloads to kwartier_desk
grant select on provider_events to kwartier_desk
grant delete, insert, select, update on provider_holidays to kwartier_desk
grant insert, select, update on provider_profile to kwartier_desk
grant delete, insert, select, update on rate_limits to kwartier_desk
grant select on refused_accesses to kwartier_desk
grant delete, insert, select, update on running_timers to kwartier_desk
grant select on schema_steps to kwartier_desk
grant delete, insert, select, update on seats to kwartier_desk
grant select on seats to kwartier_portal
grant insert, select, update on sessions to kwartier_desk
grant delete, insert, select, update on sign_in_codes to kwartier_desk
grant delete, insert, select, update on signatories to kwartier_desk
grant select on signatories to kwartier_portal
grant insert, select on terms to kwartier_desk
grant insert, select on ticket_articles to kwartier_desk
grant select on ticket_articles to kwartier_portal
grant insert, select on ticket_messages to kwartier_desk
grant select on ticket_messages to kwartier_portal
grant insert, select, update on ticket_notes to kwartier_desk
grant usage on ticket_references to kwartier_desk
grant usage on ticket_references to kwartier_portal
grant insert, select, update on tickets to kwartier_desk
grant select on tickets to kwartier_portal
grant insert, select on time_entries to kwartier_desk
grant select on time_entries to kwartier_portal
grant insert, select, update on vat_positions to kwartier_desk
grant select on vat_positions to kwartier_portal
grant select on visible_holidays to kwartier_desk
grant select on visible_holidays to kwartier_portal
grant select on visible_people to kwartier_desk
grant select on visible_people to kwartier_portal
grant select on visible_provider to kwartier_desk
grant select on visible_provider to kwartier_portal
grant select on visible_terms to kwartier_desk
grant select on visible_terms to kwartier_portal
grant insert, select on visits to kwartier_desk
grant select on visits to kwartier_portal
grant insert (organisation_id, id, contract_id, terms, offered_by, offered_at) on addenda to kwartier_desk
grant update (signed_on, signed_by, starts_on, ends_on) on addenda to kwartier_portal
grant update (withdrawn_at, signed_on, signed_by, starts_on, ends_on) on addenda to kwartier_desk
grant update (ticket_id, message_id) on attachments to kwartier_portal
grant insert (organisation_id, id, ticket_id, kind, minutes, estimate_cents, windows, explanation, valid_until, requested_by, requested_at, fixed_price_cents, terms_year) on authorisations to kwartier_desk
grant update (state, decided_by, decided_at, decline_reason, version) on authorisations to kwartier_portal
grant insert (organisation_id, contract_id, recorded_by, recorded_at) on contract_recordings to kwartier_desk
grant update (confirmed_by, confirmed_at) on contract_recordings to kwartier_desk
grant update (confirmed_by, confirmed_at) on contract_recordings to kwartier_portal
grant insert (organisation_id, id, terms_year, offered_at) on contracts to kwartier_desk
grant update (signed_on, signed_by, starts_on, ends_on, terminated_at, withdrawn_at) on contracts to kwartier_desk
grant update (signed_on, signed_by, starts_on, ends_on, terminated_at, withdrawn_at) on contracts to kwartier_portal
grant update (withdrawn_at) on corrections to kwartier_desk
grant update (voided_at) on expenses to kwartier_desk
grant update (clock_offset_seconds) on installation to kwartier_desk
grant update (first_number) on invoice_series to kwartier_desk
grant insert (organisation_id, name, address_lines, invoice_mail_address, vat_number, language, created_at, chamber_of_commerce) on organisations to kwartier_desk
grant update (name, address_lines, invoice_mail_address, vat_number, language, chamber_of_commerce, phone, purchase_reference, archived_at) on organisations to kwartier_desk
grant insert (organisation_id, id, ticket_id, author_id, author_is_staff, body, written_at) on ticket_messages to kwartier_portal
grant insert (organisation_id, id, reference, title, description, created_by, created_at, month, number_in_month, is_additional, terms_year, start_fee_minutes, authorised_minutes, outside_hours_agreed_at, waiting_since, last_activity_at) on tickets to kwartier_portal
grant update (authorised_minutes, outside_hours_agreed_at, status, waits_for, waiting_since, outcome, closed_at, last_activity_at, version, reopened_at) on tickets to kwartier_portal
grant update (voided_at) on time_entries to kwartier_desk
grant update (voided_at) on visits to kwartier_desk
grant execute on add_signatory to kwartier_desk, kwartier_portal
grant execute on addendum_settles_once to public
grant execute on app_actor to kwartier_desk, kwartier_portal, public
grant execute on app_organisation to kwartier_desk, kwartier_portal, public
grant execute on app_person to kwartier_desk, kwartier_portal, public
grant execute on authorisation_stays_as_asked to public
grant execute on changes_once to public
grant execute on enqueue_job to kwartier_desk, kwartier_portal
grant execute on entry_names_authorisation to public
grant execute on event_hash to public
grant execute on expense_under_addendum to public
grant execute on face_counts_on to public
grant execute on first_number_of to kwartier_desk
grant execute on follow_up_ends to public
grant execute on forget_refused_accesses to kwartier_desk
grant execute on give_seat to kwartier_desk, kwartier_portal
grant execute on hold_holidays to kwartier_desk
grant execute on hold_invoice_series to kwartier_desk
grant execute on hold_people to kwartier_desk, kwartier_portal
grant execute on invoice_number_of to kwartier_desk
grant execute on is_contacts_event to public
grant execute on is_desk to public
grant execute on is_month_invoiced to kwartier_desk
grant execute on is_portal to public
grant execute on last_invoiced_month to kwartier_desk
grant execute on marks_ticket_uninvoiced to public
grant execute on may_consent to public
grant execute on name_person to kwartier_desk, kwartier_portal
grant execute on portal_changes_contract to public
grant execute on portal_changes_ticket to public
grant execute on portal_decides_authorisation to public
grant execute on portal_keeps_open to public
grant execute on portal_makes_ticket to public
grant execute on portal_reopens_ticket to public
grant execute on portal_signs_addendum to public
grant execute on record_event to kwartier_desk, kwartier_portal
grant execute on record_refused_accesses to kwartier_desk
grant execute on recording_is_confirmed_once to public
grant execute on refuse_change to public
grant execute on remove_signatory to kwartier_desk, kwartier_portal
grant execute on seat_history to kwartier_desk, kwartier_portal
grant execute on share_holidays to kwartier_desk
grant execute on share_invoice_series to kwartier_desk
grant execute on start_fee_is_waived_once to public
grant execute on take_mailing_hits to kwartier_desk, kwartier_portal
grant execute on takes_part to kwartier_desk, kwartier_portal, public
grant execute on tell_access to public
grant execute on vacate_seat to kwartier_desk, kwartier_portal
grant execute on visit_under_addendum to public
