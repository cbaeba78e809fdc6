import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { decideIssue } from "../../core/invoices/decide-issue.ts";
import { invoiceNumber, numberYearOf } from "../../core/invoices/invoice-number.ts";
import { keepWork } from "../../core/invoices/kept-work.ts";
import { dueOn } from "../../core/invoices/propose-invoice.ts";
import type { InvoiceId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findTerms, localDateOf, shareHolidays } from "../contracts/contract-on.ts";
import { enqueueJob, recordEvent } from "../events/record-event.ts";
import { newId, type Work } from "../events/work.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";
import { markInvoiced } from "../tickets/mark-invoiced.ts";
import { type OrganisationMonth, type ProposedInvoice, proposeForOrganisation } from "./propose.ts";
import { findProvider } from "./provider.ts";
import { reconcile } from "./reconcile.ts";
import { documentOf } from "./snapshot.ts";
import {
  findCorrectedNumber,
  hashOfSnapshot,
  insertInvoice,
  insertLines,
  lockOrganisation,
  type OrganisationRow,
  takeInvoicePlace,
  titlesOf,
} from "./store.ts";

export interface ToIssue extends OrganisationMonth {
  /** Of the proposal that was seen. */
  readonly fingerprint: string;
}

/**
 * Issues an organisation's invoice of a month (M1, M2, R13): refuses `not-allowed`, `not-found`, `month-not-over`,
 * `nothing-to-invoice`, `preview-outdated`, `provider-unknown`. The organisation, its tickets and the days off are held, so that
 * nothing slips in between; the number is taken last, and vanishes with the rest when anything fails.
 */
export async function issueInvoice(
  work: Work<Staff>,
  { organisationId, month, fingerprint }: ToIssue,
): Promise<Result<{ number: string }>> {
  if (!can(work.actor, "invoice.issue", { organisationId })) return refuse({ code: "not-allowed" });
  await shareHolidays(work.tx);
  const organisation = await lockOrganisation(work.tx, organisationId);
  if (organisation === null) return refuse({ code: "not-found" });
  const proposed = await proposeForOrganisation(work, { organisationId, month }, { lock: true });
  const today = localDateOf(work.now());
  const decided = decideIssue({
    month,
    today,
    lineCount: proposed.proposal.lines.length,
    fingerprint: proposed.fingerprint,
    seenFingerprint: fingerprint,
  });
  if (!decided.ok) return decided;
  const provider = await findProvider(work.tx);
  if (provider === null) return refuse({ code: "provider-unknown" });
  const { id, number, totalCents } = await keep(work, { proposed, organisation, provider, today });
  await markInvoiced(work.tx, organisationId, proposed.settledTicketIds);
  await reconcile(work.tx, id);
  await recordEvent(work, {
    kind: "invoice-issued",
    organisationId,
    subject: id,
    isVisible: true,
    // The chain vouches for what the invoice keeps, and that for its lines.
    payload: { number, month, totalCents, snapshot: await hashOfSnapshot(work.tx, { organisationId, invoiceId: id }) },
  });
  if (work.reacts) await enqueueJob(work, "make-invoice-document", { organisationId, invoiceId: id });
  return accept({ number });
}

interface ToKeep {
  proposed: ProposedInvoice;
  organisation: OrganisationRow;
  provider: InvoiceProvider;
  today: Temporal.PlainDate;
}

async function keep(work: Work<Staff>, { proposed, organisation, provider, today }: ToKeep) {
  const { organisationId, month, proposal } = proposed;
  const { tx } = work;
  const terms = await findTerms(tx, Number(month.slice(0, 4)));
  if (terms === null) throw new Error(`an invoice of ${month}, a year without terms`);
  const titles = await titlesOf(tx, organisationId, proposal.lines);
  const corrects =
    proposal.kind === "credit-note" ? await findCorrectedNumber(tx, organisationId, proposal.lines) : null;
  const year = numberYearOf(today);
  const number = invoiceNumber(year, await takeInvoicePlace(tx, year));
  // After the number, so that ids of a year come in the order of its numbers.
  const id = newId<InvoiceId>();
  const dates = { issuedOn: today, dueOn: dueOn(today, terms) };
  const document = documentOf({
    number,
    corrects,
    month,
    ...dates,
    paymentDays: terms.paymentDays,
    proposal,
    organisation,
    provider,
    titles,
  });
  await insertInvoice(tx, {
    id,
    organisationId,
    number,
    kind: proposal.kind,
    month,
    ...dates,
    totals: proposal.totals,
    snapshot: { document, terms: termsToJson(terms), work: keepWork(proposed.work) },
    issuedBy: work.actor.personId,
    issuedAt: work.now(),
  });
  await insertLines(tx, { organisationId, invoiceId: id }, proposal.lines);
  return { id, number, totalCents: proposal.totals.totalCents };
}
