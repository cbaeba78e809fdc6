import type { Actor } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { requireState, type TicketDeed, ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import type { Result } from "../../core/values/result.ts";
import type { TicketRow } from "./read-ticket.ts";

type Row = Pick<TicketRow, "organisationId" | "outcome" | "startFeeMinutes" | "startFeeWaivedAt">;

/** Whether somebody may do a deed to a ticket now: first by role (P2), then by the ticket's state (S1, T4). */
export function requireAbility(actor: Actor, deed: TicketDeed, row: Row): Result<null> {
  const permitted = requirePermission(actor, deed, { organisationId: row.organisationId });
  if (!permitted.ok) return permitted;
  return requireState(deed, {
    outcome: row.outcome,
    startFeeMinutes: row.startFeeMinutes,
    startFeeWaivedAt: row.startFeeWaivedAt,
  });
}

/** Everything somebody may do to a ticket now, for its page, its actions and the API. */
export function abilitiesOf(actor: Actor, row: Row): ReadonlySet<TicketDeed> {
  return new Set(ticketDeeds.filter((deed) => requireAbility(actor, deed, row).ok));
}
