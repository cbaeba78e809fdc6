import { requireAbility } from "../../core/access/abilities.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { type InvoiceDeed, invoiceDeeds } from "../../core/invoices/invoice-deeds.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findListedInvoice, type ListedInvoice } from "./read-invoices.ts";
import { lockOrganisation, type OrganisationRow } from "./store.ts";

/** Whether the actor may do a deed to an invoice now. */
export function requireInvoiceAbility({ actor, now }: Work, deed: InvoiceDeed, invoice: ListedInvoice): Result<null> {
  return requireAbility(invoiceDeeds, { actor, deed, thing: { ...invoice, today: localDateOf(now()) } });
}

/**
 * An invoice for a deed to its money, with its organisation, which stays locked until the transaction ends. So issues,
 * payments and credits of an organisation see each other. Refuses `not-found`, and the reason why the actor may not do
 * the deed to it now.
 */
export async function lockInvoice(
  work: Work,
  number: string,
  deed: InvoiceDeed,
): Promise<Result<{ readonly invoice: ListedInvoice; readonly organisation: OrganisationRow }>> {
  const known = await findListedInvoice(work.tx, number);
  const organisation = known === null ? null : await lockOrganisation(work.tx, known.organisationId);
  // Read again, because payments and credits in between count.
  const invoice = organisation === null ? null : await findListedInvoice(work.tx, number);
  if (organisation === null || invoice === null) return refuse({ code: "not-found" });
  const able = requireInvoiceAbility(work, deed, invoice);
  return able.ok ? accept({ invoice, organisation }) : able;
}
