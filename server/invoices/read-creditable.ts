import type { Staff } from "../../core/access/actor.ts";
import type { CreditRequest } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { monthOf, type Month } from "../../core/values/month.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { requireInvoiceAbility } from "./lock-invoice.ts";
import { findListedInvoice, type ListedInvoice } from "./read-invoices.ts";
import { readLines, readLinesOfTickets } from "./read-issued.ts";

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
  const lines = (await readLines(tx, organisationId, [id])).get(id) ?? [];
  const credits = await tx
    .selectFrom("invoices")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("creditsId", "=", id)
    .orderBy("id")
    .execute();
  const tickets = [...new Set(lines.map((line) => line.ticketId))];
  const byInvoice = await readLinesOfTickets(tx, organisationId, tickets);
  return {
    id,
    organisationId,
    number,
    kind,
    month: monthOf(month),
    lines,
    creditedBefore: credits.flatMap((credit) => byInvoice.get(credit.id) ?? []),
    invoiced: [...byInvoice.values()].flat(),
  };
}
