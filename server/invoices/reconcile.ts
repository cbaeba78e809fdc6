import { sql } from "kysely";
import type { InvoiceId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * The last check before an invoice is kept (R16), on the stored rows and in PostgreSQL's own arithmetic: lines add up
 * to the total, each amount equals minutes times rate, and the earlier sums are the earlier invoices'. A failure throws
 * and undoes the issue.
 */
export async function reconcile(tx: Transaction, invoiceId: InvoiceId): Promise<void> {
  const { rows } = await sql<{ problem: string }>`
    with lines as (select * from invoice_lines where invoice_id = ${invoiceId}),
    before as (
      select l.position, coalesce(sum(e.amount_cents), 0) as amount, coalesce(sum(e.minutes_total - e.minutes_before), 0) as minutes
      from lines l left join invoice_lines e on e.organisation_id = l.organisation_id and e.ticket_id = l.ticket_id and e.month = l.month
        and e.kind = l.kind and e.rate_window is not distinct from l.rate_window and e.vat_percent = l.vat_percent and e.vat_category = l.vat_category and e.source_id is not distinct from l.source_id and e.invoice_id <> l.invoice_id
      group by l.position)
    select 'the lines do not add up to the total' as problem from invoices i
      where i.id = ${invoiceId} and i.subtotal_cents is distinct from (select sum(amount_cents) from lines)
    union all select 'the VAT is not that of its rates' from invoices i
      where i.id = ${invoiceId} and i.vat_cents is distinct from (select sum(vat_cents) from invoice_vat where invoice_id = ${invoiceId})
    union all select 'the VAT of ' || category || ' ' || percent || ' is not that of its lines' from invoice_vat v
      cross join lateral (
        select coalesce(sum(earlier.subtotal_cents), 0) as cents from invoices own
          join invoices other on other.organisation_id = own.organisation_id and other.credits_id = own.credits_id and other.id < own.id
          join invoice_vat earlier on earlier.invoice_id = other.id and earlier.category = v.category and earlier.percent = v.percent
        where own.id = v.invoice_id) credited
      where invoice_id = ${invoiceId}
        and (vat_cents <> round((credited.cents + subtotal_cents) * percent / 100.0) - round(credited.cents * percent / 100.0)
        or subtotal_cents is distinct from (select sum(amount_cents) from lines l where l.vat_category = v.category and l.vat_percent = v.percent))
    union all select 'a line has a VAT rate of its own' from lines l
      where not exists (select from invoice_vat v where v.invoice_id = ${invoiceId} and v.category = l.vat_category and v.percent = l.vat_percent)
    union all select 'line ' || position || ' is not its minutes at its rate' from lines
      where hourly_rate_cents is not null and amount_total_cents <> round(minutes_total * hourly_rate_cents / 60.0)
        and not reasons @> '[{"kind": "forgiven"}]' and not reasons @> '[{"kind": "credited"}]'
    union all select 'line ' || l.position || ' does not follow from what was invoiced before' from lines l join before b using (position)
      where l.amount_before_cents <> b.amount or l.minutes_before <> b.minutes`.execute(tx);
  const problems = rows.map((row) => row.problem);
  if (problems.length > 0) throw new Error(`the invoice does not reconcile: ${problems.join("; ")}`);
}
