import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact, Staff } from "../../core/access/actor.ts";
import { decideReopen } from "../../core/tickets/reopening.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { findContractOn } from "../contracts/read-contracts.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/**
 * Reopens a resolved ticket as it was, and gives the provider the turn. Nothing is counted or charged again (T4).
 * Refuses `not-found`, `no-seat`, `not-reopenable`, `transition-refused` for an open one, and `no-contract`.
 */
export async function reopenTicket(
  work: Work<Contact | Staff>,
  { reference }: { reference: string },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.reopen");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const now = work.now();
  const on = localDateOf(now);
  const isInForce = (await findContractOn(work.tx, organisationId, on)) !== null;
  const decided = decideReopen(ticket, { on, isInForce }, now);
  if (!decided.ok) return decided;
  const { status, outcome, closedAt, waitsFor, waitingSince } = decided.value;
  await saveTicket(work.tx, ticket, {
    status,
    outcome,
    closedAt,
    waitsFor,
    waitingSince,
    reopenedAt: now,
    lastActivityAt: now,
  });
  await recordEvent(work, {
    kind: "ticket-reopened",
    organisationId,
    subject: ticket.id,
    payload: { before: { outcome: ticket.outcome, closedAt: ticket.closedAt?.toString() ?? null } },
  });
  return accept(null);
}
