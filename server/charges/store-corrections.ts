import type { CorrectionId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Month } from "../../core/values/month.ts";
import type { OwnVat } from "../../core/values/own-vat.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

interface ToInsert {
  readonly id: CorrectionId;
  readonly month: Month;
  readonly amountCents: Cents;
  readonly vat: OwnVat;
  readonly reason: string;
  readonly correctedBy: PersonId;
  readonly correctedAt: Temporal.Instant;
}

export async function insertCorrection(tx: Transaction, ticket: TicketKey, correction: ToInsert): Promise<void> {
  await tx
    .insertInto("corrections")
    .values({
      organisationId: ticket.organisationId,
      id: correction.id,
      ticketId: ticket.id,
      month: correction.month,
      amountCents: correction.amountCents,
      vat: correction.vat,
      reason: correction.reason,
      correctedBy: correction.correctedBy,
      correctedAt: correction.correctedAt,
    })
    .execute();
}

/** Withdraws a correction in force; answers whether it was in force (R12). */
export async function markCorrectionWithdrawn(
  tx: Transaction,
  ticket: TicketKey,
  id: CorrectionId,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("corrections")
    .set({ withdrawnAt: at })
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
