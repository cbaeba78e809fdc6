import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { findInvoiceSeries } from "./read-series.ts";
import { holdSeries } from "./lock-series.ts";
import { saveFirstNumber } from "./store-series.ts";

export interface SeriesToSet {
  readonly firstNumber: number;
  /** The year and the first number that were seen (R12). */
  readonly seen: { readonly year: number; readonly firstNumber: number };
}

/**
 * Sets the number of this year's first invoice, for a provider that used earlier ones elsewhere (R13). Refuses
 * `not-allowed`, `series-begun` once an invoice of the year is issued, and `changed-meanwhile` when a colleague set
 * another number than was seen, or another year began (R12).
 */
export async function setInvoiceSeries(work: Work<Staff>, { firstNumber, seen }: SeriesToSet): Promise<Result<null>> {
  const allowed = requirePermission(work.actor, "invoice.set-series", { organisationId: null });
  if (!allowed.ok) return allowed;
  await holdSeries(work.tx);
  const { year, firstNumber: before, lastNumber } = await findInvoiceSeries(work);
  if (lastNumber !== null) return refuse({ code: "series-begun", year });
  if (seen.year !== year || seen.firstNumber !== before) return refuse({ code: "changed-meanwhile" });
  return attempt(
    work,
    async () => {
      await saveFirstNumber(work.tx, year, firstNumber);
      await recordEvent(work, {
        kind: "invoice-series-set",
        organisationId: null,
        subject: `invoice-series-${year}`,
        payload: { year, before, after: firstNumber },
      });
      return accept(null);
    },
    (error) => (violatedConstraint(error) === "invoice_series_open" ? refuse({ code: "series-begun", year }) : null),
  );
}
