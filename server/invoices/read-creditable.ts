import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import type { CreditRequest } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { monthOf, type Month } from "../../core/values/month.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { isInvoiceNumber } from "./read-invoices.ts";
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

/** An invoice that the actor may credit. Refuses `not-found`, `not-allowed`. */
export async function readCreditable({ tx, actor }: Work<Staff>, number: string): Promise<Result<FoundCreditable>> {
  const found = await findCreditable(tx, number);
  if (found === null) return refuse({ code: "not-found" });
  const { organisationId } = found;
  return can(actor, "invoice.credit", { organisationId }) ? accept(found) : refuse({ code: "not-allowed" });
}

/**
 * An invoice by its number with its lines, its earlier credits and all invoiced lines of its tickets; null for none.
 */
async function findCreditable(tx: Transaction, number: string): Promise<FoundCreditable | null> {
  if (!isInvoiceNumber(number)) return null;
  const row = await tx
    .selectFrom("invoices")
    .select(["organisationId", "id", "number", "kind", "month"])
    .where("number", "=", number)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { organisationId, id, kind } = row;
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
    number: row.number,
    kind,
    month: monthOf(row.month),
    lines,
    creditedBefore: credits.flatMap((credit) => byInvoice.get(credit.id) ?? []),
    invoiced: [...byInvoice.values()].flat(),
  };
}
