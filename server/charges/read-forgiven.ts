import type { Forgiveness } from "../../core/charges/charged-work.ts";
import { monthOf } from "../../core/values/month.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { OfTickets } from "./read-other-work.ts";

const ofTickets = compiled((from, { organisationIds, ticketIds }: Omit<OfTickets, "alsoTakenBack">) =>
  from
    .selectFrom("forgiven_charges")
    .innerJoin("invoices", (join) =>
      join
        .onRef("invoices.organisationId", "=", "forgiven_charges.organisationId")
        .onRef("invoices.id", "=", "forgiven_charges.creditNoteId"),
    )
    .selectAll("forgiven_charges")
    .select("invoices.number")
    .where(isOneOf("forgiven_charges.organisationId", organisationIds))
    .where(isOneOf("forgiven_charges.ticketId", ticketIds))
    .orderBy("creditNoteId")
    .orderBy("position"),
);

/** The forgiven amounts of some tickets, in the order of their credits (CE7). */
export async function listForgivenOf(
  tx: Transaction,
  of: Omit<OfTickets, "alsoTakenBack">,
): Promise<readonly Forgiveness[]> {
  const rows = await ofTickets(tx, of);
  return rows.map((row) => ({
    key: {
      ticketId: row.ticketId,
      month: monthOf(row.month),
      kind: row.kind,
      window: row.rateWindow,
      sourceId: row.sourceId,
      vat: { category: row.vatCategory, percent: row.vatPercent },
    },
    minutes: row.minutes,
    amountCents: row.amountCents,
    reason: row.reason,
    creditNote: row.number,
  }));
}
