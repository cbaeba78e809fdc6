import { localDateOf } from "../../../../core/calendar/time-zone.ts";
import type { Staff } from "../../../../core/access/actor.ts";
import { openCentsOf } from "../../../../core/invoices/invoice-lifecycle.ts";
import type { OrganisationId } from "../../../../core/values/ids.ts";
import type { Month } from "../../../../core/values/month.ts";
import type { Work } from "../../../events/work.ts";
import { creditInvoice } from "../../../invoices/credit-invoice.ts";
import { issueInvoice } from "../../../invoices/issue-invoice.ts";
import { keepSending } from "../../../invoices/keep-sending.ts";
import { proposeForOrganisation } from "../../../invoices/propose.ts";
import { findInvoice, listInvoices } from "../../../invoices/read-invoices.ts";
import { recordedOf } from "../../../invoices/read-settlement.ts";
import { recordPayment } from "../../../invoices/record-payment.ts";

export type InvoiceStep =
  | { readonly kind: "issue-month"; readonly at: Temporal.Instant; readonly month: Month }
  | { readonly kind: "pay-month"; readonly at: Temporal.Instant; readonly month: Month }
  | {
      readonly kind: "credit-invoice";
      readonly at: Temporal.Instant;
      readonly organisation: string;
      readonly month: Month;
    };

const most = 500;

/** Invoices a month to each organisation with charges, twenty seconds after one another. */
export async function issueMonth(
  workAt: (at: Temporal.Instant) => Promise<Work<Staff>>,
  organisations: Iterable<OrganisationId>,
  step: { readonly at: Temporal.Instant; readonly month: Month },
): Promise<void> {
  let { at } = step;
  for (const organisationId of organisations) {
    const work = await workAt(at);
    const { proposal, fingerprint } = await proposeForOrganisation(work, { organisationId, month: step.month });
    if (proposal.lines.length === 0) continue;
    const issued = await issueInvoice(work, { organisationId, month: step.month, fingerprint });
    if (!issued.ok) throw new Error(`the demo's invoice was refused (${issued.refusal.code})`);
    await sendInvoice(work, issued.value.number);
    at = at.add({ seconds: 20 });
  }
}

/** Records its mail as sent at once. History itself sends no mail. */
async function sendInvoice(work: Work, number: string): Promise<void> {
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
