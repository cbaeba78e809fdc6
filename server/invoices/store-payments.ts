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
      organisation_id: payment.organisationId,
      id: payment.id,
      invoice_id: payment.invoiceId,
      paid_on: payment.paidOn,
      amount_cents: payment.amountCents,
      recorded_by: payment.recordedBy,
      recorded_at: payment.recordedAt,
    })
    .execute();
}

/** Keeps when an invoice was first sent; answers whether this was it. */
export async function insertSending(tx: Transaction, place: Place, sentAt: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("invoice_sendings")
    .values({ organisation_id: place.organisationId, invoice_id: place.invoiceId, sent_at: sentAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
