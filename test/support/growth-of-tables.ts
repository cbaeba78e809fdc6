import type { tableClasses } from "../../server/db/table-classes.ts";

type Table = (typeof tableClasses)[keyof typeof tableClasses][number];

/**
 * How the number of a table's rows grows: with the work of years, with the number of customers, or hardly at all. No
 * statement of a page may read a growing table from end to end.
 */
export const growthOf: Readonly<Record<Table, "history" | "customers" | "bounded">> = {
  organisations: "customers",
  seats: "customers",
  signatories: "customers",
  contract_recordings: "customers",
  contracts: "customers",
  month_counters: "history",
  tickets: "history",
  ticket_messages: "history",
  ticket_notes: "history",
  attachments: "history",
  authorisations: "history",
  time_entries: "history",
  addenda: "customers",
  visits: "history",
  expenses: "history",
  corrections: "history",
  invoices: "history",
  invoice_lines: "history",
  invoice_documents: "history",
  invoice_vat: "history",
  forgiven_charges: "history",
  vat_positions: "customers",
  organisation_notes: "customers",
  invoice_sendings: "history",
  invoice_payments: "history",
  event_heads: "customers",
  events: "history",
  event_payloads: "history",
  ticket_articles: "history",
  installation: "bounded",
  schema_steps: "bounded",
  people: "customers",
  provider_profile: "bounded",
  // A row of each year, and some own days off.
  terms: "bounded",
  provider_holidays: "bounded",
  invoice_counters: "bounded",
  invoice_series: "bounded",
  sign_in_codes: "customers",
  sessions: "customers",
  invitations: "customers",
  known_browsers: "customers",
  rate_limits: "customers",
  kept_forms: "customers",
  refused_accesses: "history",
  provider_events: "history",
  provider_event_payloads: "history",
  provider_event_head: "bounded",
  busy_times: "history",
  // One for each consultant.
  running_timers: "bounded",
  articles: "history",
  idempotency_keys: "customers",
  outgoing_mails: "history",
};
