import { timeZone } from "../../core/calendar/time-zone.ts";
import { contractEndFor } from "../../core/tickets/contract-end.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOfDate } from "../../core/values/month.ts";
import { listPeriods } from "../contracts/list-periods.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * Whether the final invoice was issued of the contract behind some work, or of the last contract that carried it on: an
 * invoice of that contract's last month or a later one ("Charges, exactly" 8).
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
