import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { formatMoney } from "../../core/values/format.ts";

type Report = (problem: string) => void;

/**
 * Compares an organisation's invoices, payments, sendings and forgiven amounts with its chain of events. It finds
 * everything that was added, changed or removed outside the product, also at the end (R13, R38).
 */
export async function verifyLedger(tx: Transaction, organisationId: OrganisationId, report: Report): Promise<void> {
  await verifyIssues(tx, organisationId, report);
  await verifyPayments(tx, organisationId, report);
  await verifySendings(tx, organisationId, report);
  await verifyForgiven(tx, organisationId, report);
}

/** Each recorded issue has its invoice, and each invoice is issued once. */
async function verifyIssues(tx: Transaction, organisationId: OrganisationId, report: Report): Promise<void> {
  const { rows } = await sql<{ subject: string; said: string | null; number: string | null; times: number }>`
    select e.subject, min(p.payload ->> 'number') as said, min(i.number) as number, count(*)::integer as times
    from events e
    left join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
    left join invoices i on i.organisation_id = e.organisation_id and i.id::text = e.subject
    where e.organisation_id = ${organisationId} and e.kind in ('invoice-issued', 'invoice-credited')
    group by e.subject having min(i.number) is null or count(*) > 1 order by min(e.sequence)`.execute(tx);
  for (const { subject, said, number, times } of rows) {
    const name = number ?? said ?? subject;
    if (number === null) report(`${name}: an event says that it was issued, and it is gone`);
    if (times > 1) report(`${name}: ${times} events say that it was issued`);
  }
}

interface PaymentRow {
  number: string;
  cents: string | null;
  paidOn: string | null;
  saidCents: string | null;
  saidOn: string | null;
}

async function verifyPayments(tx: Transaction, organisationId: OrganisationId, report: Report): Promise<void> {
  const { rows } = await sql<PaymentRow>`
    with said as (
      select coalesce(p.payload ->> 'paymentId', e.id::text) as id, e.subject, p.payload ->> 'number' as number,
        coalesce(p.payload ->> 'amountCents', 'erased') as cents, p.payload ->> 'paidOn' as paid_on
      from events e left join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
      where e.organisation_id = ${organisationId} and e.kind = 'invoice-paid'),
    kept as (
      select y.id::text, y.invoice_id::text, i.number, y.amount_cents::text as cents, y.paid_on::text
      from invoice_payments y join invoices i on i.organisation_id = y.organisation_id and i.id = y.invoice_id
      where y.organisation_id = ${organisationId})
    select coalesce(k.number, s.number, s.subject) as number, k.cents, k.paid_on, s.cents as said_cents, s.paid_on as said_on
    from kept k full join said s on s.id = k.id
    where (k.invoice_id, k.cents, k.paid_on) is distinct from (s.subject, s.cents, s.paid_on)
    order by coalesce(k.id, s.id)`.execute(tx);
  for (const { number, cents, paidOn, saidCents, saidOn } of rows)
    report(`${number}: ${wordPayment(cents, paidOn)}, the events say ${wordPayment(saidCents, saidOn)}`);
}

function wordPayment(cents: string | null, on: string | null): string {
  if (cents === null) return "no payment";
  if (!/^-?\d{1,18}$/.test(cents)) return "a payment that was erased";
  return `a payment of ${formatMoney(BigInt(cents), "en")} on ${on ?? "no date"}`;
}

async function verifySendings(tx: Transaction, organisationId: OrganisationId, report: Report): Promise<void> {
  const { rows } = await sql<{ number: string; isKept: boolean }>`
    select coalesce(i.number, e.subject, s.invoice_id::text) as number, s.invoice_id is not null as is_kept
    from (select invoice_id from invoice_sendings where organisation_id = ${organisationId}) s
    full join (select distinct subject from events where organisation_id = ${organisationId} and kind = 'invoice-sent') e
      on e.subject = s.invoice_id::text
    left join invoices i on i.organisation_id = ${organisationId} and i.id::text = coalesce(e.subject, s.invoice_id::text)
    where s.invoice_id is null or e.subject is null order by 1`.execute(tx);
  for (const { number, isKept } of rows)
    report(
      isKept
        ? `${number}: no event says that it was sent`
        : `${number}: an event says that it was sent, and that is gone`,
    );
}

/** A credit forgives only amounts of its own tickets. Each credit note is checked for how much. */
async function verifyForgiven(tx: Transaction, organisationId: OrganisationId, report: Report): Promise<void> {
  const { rows } = await sql<{ number: string; position: number; amountCents: bigint }>`
    select i.number, f.position, f.amount_cents
    from forgiven_charges f join invoices i on i.organisation_id = f.organisation_id and i.id = f.credit_note_id
    where f.organisation_id = ${organisationId} and not exists (select from invoice_lines l
      where l.organisation_id = f.organisation_id and l.invoice_id = i.credits_id and l.ticket_id = f.ticket_id)
    order by i.number, f.position`.execute(tx);
  for (const { number, position, amountCents } of rows)
    report(
      `${number}: it forgave ${formatMoney(amountCents, "en")} (${position}) of a ticket that is not on the invoice it credits`,
    );
}
