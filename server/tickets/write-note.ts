import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { findTicket, insertNote, saveTicket } from "./store.ts";

/** Writes a note that only colleagues read, on open and closed tickets alike: refuses `not-found`, `not-allowed`. */
export async function writeNote(
  work: Work<Staff>,
  { reference, body }: { reference: string; body: string },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  if (!can(work.actor, "ticket.note", { organisationId })) return refuse({ code: "not-allowed" });
  const id = newId();
  const now = work.now();
  await insertNote(work.tx, ticket, { id, authorId: work.actor.personId, body, writtenAt: now });
  await saveTicket(work.tx, ticket, { last_activity_at: now });
  await recordEvent(work, {
    kind: "ticket-noted",
    organisationId,
    subject: ticket.id,
    payload: { noteId: id, body },
  });
  return accept(null);
}
