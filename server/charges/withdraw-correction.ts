import type { Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { subjectOf } from "../tickets/read-ticket.ts";
import { findCorrection } from "./read-corrections.ts";
import { markCorrectionWithdrawn } from "./store-corrections.ts";

/**
 * Takes a price correction back, so that the ticket costs as much as before (CE7). The contacts are told. Refuses
 * `not-found`, `not-allowed`, and `changed-meanwhile` for a withdrawn one.
 */
export async function withdrawCorrection(
  work: Work<Staff>,
  { reference, id }: { reference: string; id: string },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "price.correct");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const correction = await findCorrection(work.tx, ticket, id);
  if (correction === undefined) return refuse({ code: "not-found" });
  const now = work.now();
  if (!(await markCorrectionWithdrawn(work.tx, ticket, correction.id, now)))
    return refuseTelling(
      work,
      { code: "changed-meanwhile" },
      {
        ...subjectOf(ticket),
        kinds: ["correction-withdrawn"],
        about: { correctionId: id },
      },
    );
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  const { amountCents, month } = correction;
  await recordEvent(work, {
    kind: "correction-withdrawn",
    organisationId,
    subject: ticket.id,
    payload: { correctionId: id, amountCents, month },
  });
  return accept(null);
}
