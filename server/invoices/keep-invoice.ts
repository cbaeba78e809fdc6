import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import type { Forgiven } from "../../core/invoices/credit-invoice.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { invoiceNumber, numberYearOf } from "../../core/invoices/invoice-number.ts";
import { dueOn, type InvoiceProposal } from "../../core/invoices/propose-invoice.ts";
import type { InvoiceId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { forgiveCharges } from "../charges/forgive-charges.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";
import { newId } from "../db/new-id.ts";
import { recordEvent } from "../events/record-event.ts";
import { enqueueJob } from "../queue/enqueue-job.ts";
import type { Work } from "../events/work.ts";
import { listVatRegistrations } from "../organisations/read-vat-positions.ts";
import type { Credited, Snapshot } from "./read-snapshot.ts";
import { reconcile } from "./reconcile.ts";
import { documentOf } from "./snapshot.ts";
import { hashOfSnapshot } from "./read-snapshot.ts";
import { insertInvoice, insertLines, type OrganisationRow, takeInvoicePlace } from "./store.ts";
import { titlesOf } from "./read-titles.ts";

export interface InvoiceToKeep {
  /** The organisation's row, locked. */
  readonly organisation: OrganisationRow;
  readonly provider: InvoiceProvider;
  readonly month: Month;
  readonly proposal: InvoiceProposal;
  /** The number of the invoice that it takes back from. */
  readonly corrects: string | null;
  /** A credit by a person, or null. */
  readonly credits: CreditToKeep | null;
  /** The amounts that a credit forgives for good. */
  readonly forgiven: readonly Forgiven[];
  /** The facts about its source that are kept. */
  readonly source: Pick<Snapshot, "work" | "credit">;
}

export interface CreditToKeep extends Credited {
  readonly id: InvoiceId;
}

/**
 * Stores an invoice or credit note for good (R13, R16, R38). It takes the number late, so that a failure gives it back.
 * Then it adds the rows up once more, records the event and enqueues the document.
 */
export async function keepInvoice(
  work: Work<Staff>,
  toKeep: InvoiceToKeep,
): Promise<{ readonly id: InvoiceId; readonly number: string }> {
  const { tx } = work;
  const { organisation, month, proposal, forgiven, credits } = toKeep;
  const { organisationId } = organisation;
  const { id, number } = await keepRows(work, toKeep);
  await forgiveCharges(tx, { organisationId, creditNoteId: id }, forgiven);
  await reconcile(tx, id);
  // From here on the database lets nothing join it.
  const place = { organisationId, subject: id };
  const payload = {
    number,
    month,
    totalCents: proposal.totals.totalCents,
    // The chain proves the snapshot, and the snapshot proves the lines.
    snapshot: await hashOfSnapshot(tx, { organisationId, invoiceId: id }),
  };
  await recordEvent(
    work,
    credits === null
      ? { ...place, kind: "invoice-issued", payload }
      : { ...place, kind: "invoice-credited", payload: { ...payload, credits: credits.number, mode: credits.mode } },
  );
  if (work.reacts) await enqueueJob(work, "make-invoice-document", { organisationId, invoiceId: id });
  return { id, number };
}

async function keepRows({ tx, actor, now }: Work<Staff>, toKeep: InvoiceToKeep) {
  const { organisation, month, proposal, credits, source, ...printed } = toKeep;
  const { organisationId } = organisation;
  const terms = await findTerms(tx, Number(month.slice(0, 4)));
  if (terms === null) throw new Error(`an invoice of ${month}, a year without terms`);
  const titles = await titlesOf(tx, organisationId, proposal.lines);
  const today = localDateOf(now());
  const dates = { issuedOn: today, dueOn: dueOn(today, terms) };
  const year = numberYearOf(today);
  const number = invoiceNumber(year, await takeInvoicePlace(tx, year));
  // After the number, so that the ids of a year are in the order of its numbers.
  const id = newId<InvoiceId>();
  const { paymentDays } = terms;
  const document = documentOf({
    ...printed,
    ...dates,
    number,
    month,
    paymentDays,
    proposal,
    organisation,
    titles,
    registrations: await listVatRegistrations(tx, organisationId),
    credits,
  });
  await insertInvoice(tx, {
    id,
    organisationId,
    number,
    kind: proposal.kind,
    month,
    ...dates,
    totals: proposal.totals,
    snapshot: { document, terms: termsToJson(terms), ...source },
    issuedBy: actor.personId,
    issuedAt: now(),
    credits,
  });
  await insertLines(tx, { organisationId, invoiceId: id }, proposal.lines);
  return { id, number };
}
