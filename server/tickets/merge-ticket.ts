import type { Staff } from "../../core/access/actor.ts";
import { decideMerge, type Mergeable } from "../../core/tickets/merging.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { requireAbility } from "../../core/access/abilities.ts";
import { ticketDeeds } from "../../core/tickets/ticket-deeds.ts";
import { findTicket, type TicketRow } from "./read-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/**
 * Closes a ticket as a duplicate of another, which stays open (T4). Both keep their entries, start fee, number and
 * ceiling. The contacts are told. Refuses `not-found`, `not-allowed`, `invalid-input` for another that does not exist,
 * and what core's decideMerge refuses.
 */
export async function mergeTicket(
  work: Work<Staff>,
  { reference, into }: { reference: string; into: string },
): Promise<Result<null>> {
  const [ticket, other] = await lockBoth(work, reference, into);
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisationId;
  const able = requireAbility(ticketDeeds, { actor: work.actor, deed: "ticket.merge", thing: ticket });
  if (!able.ok) return able;
  if (other === undefined) return refuse({ code: "invalid-input", fields: { into: "not-an-option" } });
  const decided = decideMerge(mergeable(ticket), mergeable(other), work.now());
  if (!decided.ok) return decided;
  const { status, outcome, closedAt, duplicateOf } = decided.value;
  await saveTicket(work.tx, ticket, {
    status,
    outcome,
    closedAt,
    duplicateOf: other.id,
    lastActivityAt: closedAt,
  });
  await recordEvent(work, {
    kind: "ticket-merged",
    organisationId,
    subject: ticket.id,
    payload: { into: duplicateOf, intoId: other.id },
  });
  return accept(null);
}

/** Locks both, always in the same order, so that two merges cannot wait for each other. */
async function lockBoth(
  { tx }: Work,
  reference: string,
  into: string,
): Promise<readonly [TicketRow | undefined, TicketRow | undefined]> {
  const rows = new Map<string, TicketRow | undefined>();
  for (const one of [reference, into].toSorted()) rows.set(one, await findTicket(tx, one, { lock: true }));
  return [rows.get(reference), rows.get(into)];
}

function mergeable(ticket: TicketRow): Mergeable {
  return { outcome: ticket.outcome, reference: ticket.reference, organisationId: ticket.organisationId };
}
