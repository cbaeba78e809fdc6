import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";

/** A credit note that somebody made of an invoice (CE7). */
export interface CreditOfInvoice {
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly totalCents: Cents;
  readonly mode: CreditMode;
}

/** The credit notes of an invoice, the first one first; at most fifty. */
export async function listCredits(
  tx: Transaction,
  invoice: { readonly organisation_id: OrganisationId; readonly id: InvoiceId },
): Promise<readonly CreditOfInvoice[]> {
  const rows = await tx
    .selectFrom("invoices")
    .select(["number", "issued_on", "total_cents", "credit_mode"])
    .where("organisation_id", "=", invoice.organisation_id)
    .where("credits_id", "=", invoice.id)
    .orderBy("id")
    .limit(50)
    .execute();
  return rows.flatMap(({ number, issued_on, total_cents, credit_mode: mode }) =>
    mode === null ? [] : [{ number, issuedOn: issued_on, totalCents: total_cents, mode }],
  );
}
