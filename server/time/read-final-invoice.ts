import { timeZone } from "../../core/calendar/time-zone.ts";
import { contractEndFor } from "../../core/tickets/contract-end.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOfDate } from "../../core/values/month.ts";
import { listPeriods } from "../contracts/list-periods.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Whether the final invoice of the contract that work fell under was issued, or of the last one that carried it on: one
 * of that contract's last month, or of a later one ("Charges, exactly" 8).
 */
export async function isFinalInvoiceIssued(
  tx: Transaction,
  organisationId: OrganisationId,
  workedOn: Temporal.PlainDate,
): Promise<boolean> {
  const end = contractEndFor(workedOn, await listPeriods(tx, organisationId), timeZone);
  if (end === null) return false;
  const row = await tx
    .selectFrom("invoices")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("kind", "=", "invoice")
    .where("month", ">=", monthOfDate(end.endsOn))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
