import type { Staff } from "../../core/access/actor.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";
import { subjectOf } from "./read-ticket.ts";

/**
 * Gives a ticket to the consultant, even if a colleague had it (B2, B3). The time of the first pick-up stays. Refuses
 * `not-found`, `not-allowed`, `ticket-closed`, and `changed-meanwhile` when somebody else picked it up since the
 * version that was seen (R12).
 */
export async function pickUpTicket(
  work: Work<Staff>,
  { reference, version }: { reference: string; version?: number | undefined },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.pick-up");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  if (ticket.assigneeId === work.actor.personId) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: ["ticket-picked-up"] });
  if (!seen.ok) return seen;
  const now = work.now();
  await saveTicket(work.tx, ticket, {
    assigneeId: work.actor.personId,
    pickedUpAt: ticket.pickedUpAt ?? now,
    lastActivityAt: now,
  });
  const payload = { by: work.actor.personId, before: ticket.assigneeId, isFirst: ticket.pickedUpAt === null };
  await recordEvent(work, {
    kind: "ticket-picked-up",
    organisationId,
    subject: ticket.id,
    isVisible: ticket.pickedUpAt === null,
    payload,
  });
  return accept(null);
}
