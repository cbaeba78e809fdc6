import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { openCentsOf } from "../../../core/invoices/invoice-lifecycle.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import type { Month } from "../../../core/values/month.ts";
import type { Work } from "../../events/work.ts";
import { creditInvoice } from "../../invoices/credit-invoice.ts";
import { keepSending } from "../../invoices/keep-sending.ts";
import { findInvoice, listInvoices } from "../../invoices/read-invoices.ts";
import { recordedOf } from "../../invoices/read-settlement.ts";
import { recordPayment } from "../../invoices/record-payment.ts";

const most = 500;

/** Records its mail as sent at once. History itself sends no mail. */
export async function sendInvoice(work: Work, number: string): Promise<void> {
  const invoice = await findInvoice(work.tx, number);
  if (invoice === null) throw new Error(`the demo has no invoice ${number}`);
  const { organisationId, id: invoiceId } = invoice.summary;
  await keepSending(work, { organisationId, invoiceId });
}

/** Forgives the first line of an organisation's invoice of a month (CE7). */
export async function creditFirstLine(
  work: Work<Staff>,
  place: { readonly organisationId: OrganisationId; readonly month: Month },
): Promise<void> {
  const { invoices } = await listInvoices(work.tx, { ...place, limit: most });
  const invoice = invoices.find((one) => one.kind === "invoice");
  if (invoice === undefined) return;
  const credited = await creditInvoice(work, {
    number: invoice.number,
    positions: [1],
    mode: "forgive",
    reason: "Het ticket kwam van een storing bij ons. Daarvoor vragen we geen starttarief.",
    seenFingerprint: null,
  });
  if (!credited.ok) throw new Error(`the demo's credit was refused (${credited.refusal.code})`);
  await sendInvoice(work, credited.value.number);
}

/** Records the month's payments: most customers paid, one in seven half, one in seven nothing yet (M3). */
export async function payMonth(work: Work<Staff>, month: Month): Promise<void> {
  const { invoices } = await listInvoices(work.tx, { month, limit: most });
  const paidOn = localDateOf(work.now());
  for (const [index, invoice] of invoices.entries()) {
    const open = openCentsOf(recordedOf(invoice));
    if (invoice.kind !== "invoice" || open <= 0n || index % 7 === 3) continue;
    const amountCents = index % 7 === 5 ? open / 2n : open;
    const paid = await recordPayment(work, { number: invoice.number, paidOn, amountCents });
    if (!paid.ok) throw new Error(`the demo's payment was refused (${paid.refusal.code})`);
  }
}
