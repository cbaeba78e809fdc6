import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { requireInvoiceAbility } from "./lock-invoice.ts";
import { findInvoice, type Invoice } from "./read-invoices.ts";

/** An invoice that the actor may read. Refuses `not-found` for any other, so that nobody learns which numbers exist. */
export async function findReadableInvoice(work: Work, number: string): Promise<Result<Invoice>> {
  const invoice = await findInvoice(work.tx, number);
  return invoice !== null && requireInvoiceAbility(work, "invoice.read", invoice.summary).ok
    ? accept(invoice)
    : refuse({ code: "not-found" });
}
