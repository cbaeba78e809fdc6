import { z } from "zod";
import type { Staff } from "../../core/access/actor.ts";
import { urgencies, type Urgency } from "../../core/tickets/progress.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket, subjectOf } from "./store.ts";

/** What the page and the API are given; a form writes "" when the urgency is not assessed. */
export const urgencyInput = {
  urgency: z.union([z.literal("").transform(() => null), z.enum(urgencies)]).nullable(),
};

/**
 * Sets the urgency of a ticket, or that it is not assessed yet (B4). Refuses `not-found`, `not-allowed`,
 * `ticket-closed`, and `changed-meanwhile` when somebody else set it since the version that was seen (R12).
 */
export async function setUrgency(
  work: Work<Staff>,
  { reference, urgency, version }: { reference: string; urgency: Urgency | null; version?: number | undefined },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.set-urgency");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  if (ticket.urgency === urgency) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: ["ticket-urgency-set"] });
  if (!seen.ok) return seen;
  await saveTicket(work.tx, ticket, { urgency, lastActivityAt: work.now() });
  await recordEvent(work, {
    kind: "ticket-urgency-set",
    organisationId,
    subject: ticket.id,
    payload: { before: ticket.urgency, after: urgency },
  });
  return accept(null);
}
