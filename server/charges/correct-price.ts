import type { Staff } from "../../core/access/actor.ts";
import { type AskedCorrection, correctableCosts, decideCorrection } from "../../core/charges/decide-correction.ts";
import type { CorrectionId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { insertCorrection } from "./store-corrections.ts";
import { chargesOfTicket } from "./ticket-charges.ts";

/**
 * Lowers a ticket's price of a month, with a reason for the contacts (CE7). An invoiced part comes back on the next
 * invoice. The ticket is locked, so that two corrections together stay within its costs. Refuses `not-found`,
 * `not-allowed` and what core's decideCorrection refuses.
 */
export async function correctPrice(
  work: Work<Staff>,
  { reference, ...asked }: AskedCorrection & { readonly reference: string },
): Promise<Result<{ id: CorrectionId }>> {
  const locked = await lockTicket(work, reference, "price.correct");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const decided = decideCorrection(asked, correctableCosts(await chargesOfTicket(work.tx, ticket)));
  if (!decided.ok) return decided;
  const id = newId<CorrectionId>();
  const now = work.now();
  const correction = { ...asked, reason: asked.reason.trim() };
  await insertCorrection(work.tx, ticket, { id, ...correction, correctedBy: work.actor.personId, correctedAt: now });
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  await recordEvent(work, {
    kind: "price-corrected",
    organisationId,
    subject: ticket.id,
    payload: { correctionId: id, ...correction },
  });
  return accept({ id });
}
