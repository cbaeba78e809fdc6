import { sql } from "kysely";
import type { RecordedInvoice } from "../../core/invoices/invoice-lifecycle.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * The part of a credit note that reduces what is unpaid: of its invoice, after the earlier credit notes. The rest was
 * paid and is to be given back (M3, CE7). Null if the note credits no invoice.
 */
const setOff = sql<Cents | null>`(select greatest(least(-invoices.total_cents,
      least(known.credited_cents, i.total_cents - known.paid_cents) - known.earlier_cents), 0)
    from invoices i, lateral (select
      coalesce((select sum(p.amount_cents) from invoice_payments p
        where p.organisation_id = i.organisation_id and p.invoice_id = i.id), 0) as paid_cents,
      coalesce((select -sum(c.total_cents) from invoices c
        where c.organisation_id = i.organisation_id and c.credits_id = i.id), 0) as credited_cents,
      coalesce((select -sum(c.total_cents) from invoices c
        where c.organisation_id = i.organisation_id and c.credits_id = i.id and c.id < invoices.id), 0) as earlier_cents
    ) known
    where i.organisation_id = invoices.organisation_id and i.id = invoices.credits_id)`;

/**
 * The paid and credited sums of an invoice and whether it was sent, as columns for a query of invoices (M3, CE7). A
 * credit note counts as credited by the part that reduces its invoice.
 */
export const settlement = [
  // Asked by key: for many invoices PostgreSQL would read all sendings to answer "exists".
  sql<boolean>`coalesce((select true from invoice_sendings s
    where s.organisation_id = invoices.organisation_id and s.invoice_id = invoices.id), false)`.as("isSent"),
  sql<Cents>`coalesce((select sum(p.amount_cents) from invoice_payments p
    where p.organisation_id = invoices.organisation_id and p.invoice_id = invoices.id), 0)::bigint`.as("paidCents"),
  sql<Cents>`coalesce((select -sum(c.total_cents) from invoices c
    where c.organisation_id = invoices.organisation_id and c.credits_id = invoices.id), -${setOff}, 0)::bigint`.as(
    "creditedCents",
  ),
] as const;

export interface Settled {
  readonly dueOn: Temporal.PlainDate;
  readonly totalCents: Cents;
  readonly isSent: boolean;
  readonly paidCents: Cents;
  readonly creditedCents: Cents;
}

/** A row of such a query in core's own shape. */
export function recordedOf(row: Settled): RecordedInvoice {
  return {
    isSent: row.isSent,
    dueOn: row.dueOn,
    totalCents: row.totalCents,
    paidCents: row.paidCents,
    creditedCents: row.creditedCents,
  };
}

export interface Payment {
  readonly id: string;
  readonly paidOn: Temporal.PlainDate;
  readonly amountCents: Cents;
}

/** The first fifty payments of an invoice, oldest first. */
export async function listPayments(
  tx: Transaction,
  invoice: { readonly organisationId: OrganisationId; readonly id: InvoiceId },
): Promise<readonly Payment[]> {
  return tx
    .selectFrom("invoice_payments")
    .select(["id", "paidOn", "amountCents"])
    .where("organisationId", "=", invoice.organisationId)
    .where("invoiceId", "=", invoice.id)
    .orderBy("paidOn")
    .orderBy("id")
    .limit(50)
    .execute();
}
