/**
 * Every table is in one class; a test refuses a table that is in none. Customer tables belong to one organisation and carry it in
 * their key; the portal sees a provider table only through a view; a mixed table has an explicit policy.
 */
export const tableClasses = {
  customer: [
    "organisations",
    "seats",
    "signatories",
    "contracts",
    "month_counters",
    "tickets",
    "ticket_messages",
    "ticket_notes",
    "attachments",
    "authorisations",
    "time_entries",
    "invoices",
    "invoice_lines",
    "invoice_documents",
    "event_heads",
    "events",
    "event_payloads",
    "ticket_articles",
  ],
  provider: [
    "installation",
    "schema_steps",
    "people",
    "provider_profile",
    "terms",
    "provider_holidays",
    "invoice_counters",
    "sign_in_codes",
    "sessions",
    "rate_limits",
    "provider_events",
    "provider_event_payloads",
    "provider_event_head",
    "busy_times",
    "running_timers",
  ],
  mixed: ["articles", "idempotency_keys"],
} as const;
