import { requireAbility } from "../../core/access/abilities.ts";
import { type TicketDeed, ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import type { ChangeKind } from "../../core/values/change.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { findTicket, subjectOf, type TicketRow } from "./read-ticket.ts";

/** The changes by others that explain the refusal of the same deed. */
const done: Partial<Record<TicketDeed, readonly ChangeKind[]>> = { "start-fee.waive": ["start-fee-waived"] };

/**
 * A ticket for a deed, locked until the transaction ends, so that two deeds to it see each other (R12). Refuses
 * `not-found`, and the reason why the actor may not do the deed to it now.
 */
export async function lockTicket(work: Work, reference: string, deed: TicketDeed): Promise<Result<TicketRow>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const able = requireAbility(ticketDeeds, { actor: work.actor, deed, thing: ticket });
  if (able.ok) return accept(ticket);
  const kinds = done[deed];
  return kinds === undefined ? able : refuseTelling(work, able.refusal, { ...subjectOf(ticket), kinds });
}
