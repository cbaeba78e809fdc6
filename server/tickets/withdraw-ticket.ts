import type { Contact } from "../../core/access/actor.ts";
import { decideWithdrawal } from "../../core/tickets/withdrawal.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/** Withdraws a ticket; its start fee and number stay (T1). Refuses `not-found`, `no-seat`, `ticket-closed`. */
export async function withdrawTicket(work: Work<Contact>, { reference }: { reference: string }): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.withdraw");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const decided = decideWithdrawal(ticket, work.now());
  if (!decided.ok) return decided;
  const { status, outcome, closedAt } = decided.value;
  await saveTicket(work.tx, ticket, { status, outcome, closedAt, lastActivityAt: closedAt });
  await recordEvent(work, {
    kind: "ticket-withdrawn",
    organisationId: ticket.organisationId,
    subject: ticket.id,
    payload: { reference, title: ticket.title, isStartFeeWaived: ticket.startFeeWaivedAt !== null },
  });
  return accept(null);
}
