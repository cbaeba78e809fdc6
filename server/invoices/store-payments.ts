import type { InvoiceId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";

interface Place {
  readonly organisationId: OrganisationId;
  readonly invoiceId: InvoiceId;
}

interface PaymentToInsert extends Place {
  readonly id: string;
  readonly paidOn: Temporal.PlainDate;
  readonly amountCents: Cents;
  readonly recordedBy: PersonId;
  readonly recordedAt: Temporal.Instant;
}

export async function insertPayment(tx: Transaction, payment: PaymentToInsert): Promise<void> {
  await tx
    .insertInto("invoice_payments")
    .values({
      organisationId: payment.organisationId,
      id: payment.id,
      invoiceId: payment.invoiceId,
      paidOn: payment.paidOn,
      amountCents: payment.amountCents,
      recordedBy: payment.recordedBy,
      recordedAt: payment.recordedAt,
    })
    .execute();
}

/** Records the first sending of an invoice; answers whether this was it. */
export async function insertSending(tx: Transaction, place: Place, sentAt: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("invoice_sendings")
    .values({ organisationId: place.organisationId, invoiceId: place.invoiceId, sentAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
