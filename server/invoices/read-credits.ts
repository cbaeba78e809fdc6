import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";

/** A credit note for an invoice, made by a person (CE7). */
export interface CreditOfInvoice {
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly totalCents: Cents;
  readonly mode: CreditMode;
}

/** The first fifty credit notes of an invoice, oldest first. */
export async function listCredits(
  tx: Transaction,
  invoice: { readonly organisationId: OrganisationId; readonly id: InvoiceId },
): Promise<readonly CreditOfInvoice[]> {
  const rows = await tx
    .selectFrom("invoices")
    .select(["number", "issuedOn", "totalCents", "creditMode"])
    .where("organisationId", "=", invoice.organisationId)
    .where("creditsId", "=", invoice.id)
    .orderBy("id")
    .limit(50)
    .execute();
  return rows.flatMap(({ number, issuedOn, totalCents, creditMode: mode }) =>
    mode === null ? [] : [{ number, issuedOn: issuedOn, totalCents: totalCents, mode }],
  );
}
