import type { Selectable } from "kysely";
import type { Reason } from "../../core/charges/charge.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { Names } from "../../core/values/language.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Tables } from "../db/tables.ts";

type LineRow = Omit<Selectable<Tables["invoice_lines"]>, "organisation_id" | "invoice_id" | "position">;

/** A stored line as core knows it; `reference` is its ticket's. */
export function lineOfRow(row: LineRow, reference: string): ProposedLine {
  return {
    ticketId: row.ticket_id,
    reference,
    month: monthOf(row.month),
    kind: row.kind,
    window: row.rate_window,
    windowNames: readNames(row.window_names),
    sourceId: row.source_id,
    vat: { category: row.vat_category, percent: row.vat_percent },
    hourlyRateCents: row.hourly_rate_cents,
    minutes: row.minutes_total - row.minutes_before,
    minutesTotal: row.minutes_total,
    minutesBefore: row.minutes_before,
    amountCents: row.amount_cents,
    amountTotalCents: row.amount_total_cents,
    amountBeforeCents: row.amount_before_cents,
    reasons: readReasons(row.reasons),
  };
}

/** A window's names as they were stored with a line, which never changes. */
export function readNames(stored: unknown): Names | null {
  return stored === null ? null : (stored as Names);
}

/** Reasons as they were stored with the line, which never changes. */
function readReasons(stored: unknown): readonly Reason[] {
  return Array.isArray(stored) ? (stored as readonly Reason[]) : [];
}
