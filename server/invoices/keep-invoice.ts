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
import { atOnce } from "../db/at-once.ts";
import { newId } from "../db/new-id.ts";
import { type NewEvent, recordEvent } from "../events/record-event.ts";
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
 * Then it adds the rows up once more, records the event and enqueues the document, which goes before the mails.
 */
export async function keepInvoice(
  work: Work<Staff>,
  toKeep: InvoiceToKeep,
): Promise<{ readonly id: InvoiceId; readonly number: string }> {
  const { month, proposal, credits } = toKeep;
  const { organisationId } = toKeep.organisation;
  const { id, number, snapshot } = await keepRows(work, toKeep);
  // From here on the database lets nothing join it.
  const place = { organisationId, subject: id };
  // The chain proves the snapshot, and the snapshot proves the lines.
  const payload = { number, month, totalCents: proposal.totals.totalCents, snapshot };
  // The job that draws the document passes on what others are told, because their mails carry it.
  const quietly = { ...work, reacts: false };
  const event: NewEvent =
    credits === null
      ? { ...place, kind: "invoice-issued", payload }
      : { ...place, kind: "invoice-credited", payload: { ...payload, credits: credits.number, mode: credits.mode } };
  await atOnce({
    event: recordEvent(quietly, event),
    document: work.reacts ? enqueueJob(work, "make-invoice-document", { organisationId, invoiceId: id }) : null,
  });
  return { id, number };
}

/** The invoice's rows, added up by the database, and the hash of its snapshot. */
async function keepRows({ tx, actor, now }: Work<Staff>, toKeep: InvoiceToKeep) {
  const { organisation, month, proposal, credits, source, forgiven, ...printed } = toKeep;
  const { organisationId } = organisation;
  const today = localDateOf(now());
  const year = numberYearOf(today);
  const { terms, titles, registrations, numberInYear } = await atOnce({
    terms: findTerms(tx, Number(month.slice(0, 4))),
    titles: titlesOf(tx, organisationId, proposal.lines),
    registrations: listVatRegistrations(tx, organisationId),
    numberInYear: takeInvoicePlace(tx, year),
  });
  if (terms === null) throw new Error(`an invoice of ${month}, a year without terms`);
  const dates = { issuedOn: today, dueOn: dueOn(today, terms) };
  const number = invoiceNumber(year, numberInYear);
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
    registrations,
    credits,
  });
  const row = {
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
  };
  // Sent in this order, which is the order of what names what.
  const { snapshot } = await atOnce({
    invoice: insertInvoice(tx, row),
    lines: insertLines(tx, { organisationId, invoiceId: id }, proposal.lines),
    forgiven: forgiveCharges(tx, { organisationId, creditNoteId: id }, forgiven),
    reconciled: reconcile(tx, id),
    snapshot: hashOfSnapshot(tx, { organisationId, invoiceId: id }),
  });
  return { id, number, snapshot };
}
