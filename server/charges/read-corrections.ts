import type { CorrectionId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

const mostCorrections = 100;

const selectCorrections = compiled((from, ticket: TicketKey) =>
  from
    .selectFrom("corrections")
    .select([
      "corrections.id",
      "corrections.month",
      "corrections.amountCents",
      "corrections.vat",
      "corrections.reason",
      nameOf("corrections.correctedBy").as("correctedByName"),
      "corrections.correctedAt",
      "corrections.withdrawnAt",
    ])
    .where("corrections.organisationId", "=", ticket.organisationId)
    .where("corrections.ticketId", "=", ticket.id)
    .orderBy("corrections.correctedAt", "desc")
    .orderBy("corrections.id", "desc")
    .limit(mostCorrections),
);

/** A ticket's last hundred price corrections, newest first, with withdrawn ones. */
export async function listCorrections(tx: Transaction, ticket: TicketKey) {
  const rows = await selectCorrections(tx, ticket);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

export type ListedCorrection = Awaited<ReturnType<typeof listCorrections>>[number];

export async function findCorrection(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("corrections")
    .select(["id", "month", "amountCents"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as CorrectionId)
    .executeTakeFirst();
}
