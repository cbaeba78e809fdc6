import type { Contact } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findInvoice, type Invoice } from "./read-invoices.ts";

/** An invoice of the contact's own organisation. Refuses `not-found` for any other. */
export async function findOwnInvoice(work: Work<Contact>, number: string): Promise<Result<Invoice>> {
  const invoice = await findInvoice(work.tx, number);
  if (invoice === null || !can(work.actor, "invoice.read", { organisationId: invoice.summary.organisationId }))
    return refuse({ code: "not-found" });
  return accept(invoice);
}
