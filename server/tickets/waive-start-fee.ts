import type { Staff } from "../../core/access/actor.ts";
import { decideWaive } from "../../core/tickets/start-fee.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/**
 * Waives a ticket's start fee as goodwill, for good (T1, T2). The contacts read why. The fee still counts for the
 * ceiling. Refuses `not-found`, `not-allowed` and what core's decideWaive refuses.
 */
export async function waiveStartFee(
  work: Work<Staff>,
  { reference, reason }: { reference: string; reason: string },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "start-fee.waive");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const { startFeeMinutes, startFeeWaivedAt } = ticket;
  const waived = decideWaive({ startFeeMinutes, startFeeWaivedAt }, reason, work.now());
  if (!waived.ok) return waived;
  const { at } = waived.value;
  await saveTicket(work.tx, ticket, {
    startFeeWaivedAt: at,
    startFeeWaivedReason: reason.trim(),
    lastActivityAt: at,
  });
  await recordEvent(work, {
    kind: "start-fee-waived",
    organisationId,
    subject: ticket.id,
    payload: { minutes: startFeeMinutes, reason: reason.trim() },
  });
  return accept(null);
}
