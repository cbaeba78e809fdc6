import type { Staff } from "../../core/access/actor.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { listAuthorisations } from "../authorisations/list-authorisations.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import type { Work } from "../events/work.ts";
import { mergeTicket } from "../tickets/merge-ticket.ts";
import { type Resolution, resolveTicket } from "../tickets/resolve-ticket.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { findTimer } from "./read-timer.ts";
import { stopTimer } from "./stop-timer.ts";

/**
 * Resolves a ticket and ends what is still open on it: records the consultant's own timer, and withdraws an undecided
 * request (D3, T3). Refuses what these three refuse. Either all of it happens or nothing.
 */
export async function closeTicket(work: Work<Staff>, resolution: Resolution): Promise<Result<null>> {
  const ended = await endWhatHangs(work, resolution.reference);
  return ended.ok ? resolveTicket(work, resolution) : ended;
}

/**
 * Merges a ticket into another and ends what is still open on it, as closeTicket does (T4, T3). Refuses what these
 * three refuse.
 */
export async function mergeAndClose(
  work: Work<Staff>,
  merging: { reference: string; into: string },
): Promise<Result<null>> {
  const ended = await endWhatHangs(work, merging.reference);
  return ended.ok ? mergeTicket(work, merging) : ended;
}

async function endWhatHangs(work: Work<Staff>, reference: string): Promise<Result<null>> {
  const timer = await findTimer(work.tx, work.actor.personId);
  if (timer?.reference === reference) {
    const stopped = await stopTimer(work, { description: "" });
    if (!stopped.ok) return stopped;
  }
  return withdrawOpenRequest(work, reference);
}

async function withdrawOpenRequest(work: Work<Staff>, reference: string): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined || ticket.status === "closed") return accept(null);
  const open = (await listAuthorisations(work.tx, ticket)).find((one) => one.state === "requested");
  return open === undefined ? accept(null) : withdrawAuthorisation(work, { reference, id: open.id });
}
