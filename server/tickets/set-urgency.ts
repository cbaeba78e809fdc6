import { z } from "zod";
import type { Staff } from "../../core/access/actor.ts";
import { urgencies, type Urgency } from "../../core/tickets/progress.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lineOrNull } from "../http/fields.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";
import { subjectOf } from "./read-ticket.ts";

/** The fields of the form and of the API. A form writes "" for an empty field. */
export const urgencyInput = {
  urgency: z.union([z.literal("").transform(() => null), z.enum(urgencies)]).nullable(),
  /** The reason, in words for the customer. */
  reason: lineOrNull(500),
};

interface Asked {
  readonly reference: string;
  readonly urgency: Urgency | null;
  readonly reason?: string | null;
  readonly version?: number | undefined;
}

/**
 * Sets the urgency of a ticket, or that it is not assessed yet (B4). A reason is told to the customer. Once there was
 * one, each later change is told too. Refuses `not-found`, `not-allowed`, `ticket-closed`, `invalid-input` for a reason
 * without an urgency, and `changed-meanwhile` when somebody else set it since the version that was seen (R12).
 */
export async function setUrgency(
  work: Work<Staff>,
  { reference, urgency, reason = null, version }: Asked,
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.set-urgency");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  if (urgency === null && reason !== null)
    return refuse({ code: "invalid-input", fields: { urgency: "not-an-option" } });
  const isChanged = ticket.urgency !== urgency;
  if (!isChanged && (reason === null || reason === ticket.urgencyReason)) return accept(null);
  const about = subjectOf(ticket);
  const seen = await checkVersion(work, { ...about, version, kinds: ["ticket-urgency-set"] });
  if (!seen.ok) return seen;
  await saveTicket(work.tx, ticket, { urgency, urgencyReason: reason, lastActivityAt: work.now() });
  if (isChanged)
    await recordEvent(work, {
      kind: "ticket-urgency-set",
      ...about,
      payload: { before: ticket.urgency, after: urgency },
    });
  if (reason !== null || ticket.urgencyReason !== null)
    await recordEvent(work, { kind: "ticket-urgency-explained", ...about, payload: { urgency, reason } });
  return accept(null);
}
