import type { OrganisationId } from "../../core/values/ids.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Transaction } from "../db/connect.ts";
import { ticketIdOf } from "./read-titles.ts";

/** The newest invoice that charged what a credit note takes back. */
export async function findCorrectedNumber(
  tx: Transaction,
  organisationId: OrganisationId,
  lines: readonly { readonly ticketId: string }[],
): Promise<string | null> {
  const row = await tx
    .selectFrom("invoice_lines")
    .innerJoin("invoices", (join) =>
      join
        .onRef("invoices.organisationId", "=", "invoice_lines.organisationId")
        .onRef("invoices.id", "=", "invoice_lines.invoiceId"),
    )
    .select("invoices.number")
    .where("invoice_lines.organisationId", "=", organisationId)
    .where(isOneOf("invoice_lines.ticketId", lines.map(ticketIdOf)))
    .where("invoices.kind", "=", "invoice")
    .orderBy("invoices.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? null;
}
