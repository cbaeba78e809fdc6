import type { Staff } from "../../core/access/actor.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { insertNote } from "./store.ts";
import { saveTicket } from "./save-ticket.ts";

/** Writes a note for colleagues, on an open or closed ticket. Refuses `not-found`, `not-allowed`. */
export async function writeNote(
  work: Work<Staff>,
  { reference, body }: { reference: string; body: string },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.note");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const id = newId();
  const now = work.now();
  await insertNote(work.tx, ticket, { id, authorId: work.actor.personId, body, writtenAt: now });
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  await recordEvent(work, {
    kind: "ticket-noted",
    organisationId,
    subject: ticket.id,
    payload: { noteId: id, body },
  });
  return accept(null);
}
