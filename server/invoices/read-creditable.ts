import type { Staff } from "../../core/access/actor.ts";
import type { CreditRequest } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { monthOf, type Month } from "../../core/values/month.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { requireInvoiceAbility } from "./lock-invoice.ts";
import { findListedInvoice, type ListedInvoice } from "./read-invoices.ts";
import { readLines, readLinesOfItsTickets } from "./read-issued-lines.ts";

/** An invoice with all facts for crediting it (CE7). */
export interface FoundCreditable extends Pick<CreditRequest, "creditedBefore" | "invoiced"> {
  readonly id: InvoiceId;
  readonly organisationId: OrganisationId;
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly month: Month;
  readonly lines: CreditRequest["invoice"]["lines"];
}

/**
 * An invoice that the actor may credit. Refuses `not-found`, `not-allowed`, and `nothing-to-credit` for a credit note.
 */
export async function findCreditable(work: Work<Staff>, number: string): Promise<Result<FoundCreditable>> {
  const invoice = await findListedInvoice(work.tx, number);
  if (invoice === null) return refuse({ code: "not-found" });
  const able = requireInvoiceAbility(work, "invoice.credit", invoice);
  return able.ok ? accept(await readCreditable(work.tx, invoice)) : able;
}

/** An invoice with its lines, its earlier credits and all invoiced lines of its tickets. */
export async function readCreditable(tx: Transaction, invoice: ListedInvoice): Promise<FoundCreditable> {
  const { organisationId, id, kind, number, month } = invoice;
  const { ofInvoice, credits, byInvoice } = await atOnce({
    ofInvoice: readLines(tx, organisationId, [id]),
    credits: tx
      .selectFrom("invoices")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("creditsId", "=", id)
      .orderBy("id")
      .execute(),
    byInvoice: readLinesOfItsTickets(tx, organisationId, id),
  });
  return {
    id,
    organisationId,
    number,
    kind,
    month: monthOf(month),
    lines: ofInvoice.get(id) ?? [],
    creditedBefore: credits.flatMap((credit) => byInvoice.get(credit.id) ?? []),
    invoiced: [...byInvoice.values()].flat(),
  };
}
