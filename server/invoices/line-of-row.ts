import type { Selectable } from "kysely";
import type { Reason } from "../../core/charges/charge.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { Names } from "../../core/values/language.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Tables } from "../db/tables.ts";

type LineRow = Omit<Selectable<Tables["invoice_lines"]>, "organisationId" | "invoiceId" | "position">;

/** A stored line in core's own shape; `reference` is its ticket's. */
export function lineOfRow(row: LineRow, reference: string): ProposedLine {
  return {
    ticketId: row.ticketId,
    reference,
    month: monthOf(row.month),
    kind: row.kind,
    window: row.rateWindow,
    windowNames: readNames(row.windowNames),
    sourceId: row.sourceId,
    vat: { category: row.vatCategory, percent: row.vatPercent },
    hourlyRateCents: row.hourlyRateCents,
    minutes: row.minutesTotal - row.minutesBefore,
    minutesTotal: row.minutesTotal,
    minutesBefore: row.minutesBefore,
    amountCents: row.amountCents,
    amountTotalCents: row.amountTotalCents,
    amountBeforeCents: row.amountBeforeCents,
    reasons: readReasons(row.reasons),
  };
}

/** The stored names of a line's window. They never change. */
function readNames(stored: unknown): Names | null {
  return stored === null ? null : (stored as Names);
}

/** The stored reasons of a line. They never change. */
function readReasons(stored: unknown): readonly Reason[] {
  return Array.isArray(stored) ? (stored as readonly Reason[]) : [];
}
