import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideWaive } from "../../core/tickets/start-fee.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket, subjectOf } from "./store.ts";

/**
 * Waives a ticket's start fee as goodwill, for good; the contacts read why, and it still counts for the ceiling (T1,
 * T2). Refuses `not-found`, `not-allowed` and what core's decideWaive refuses.
 */
export async function waiveStartFee(
  work: Work<Staff>,
  { reference, reason }: { reference: string; reason: string },
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  if (!can(work.actor, "start-fee.waive", { organisationId })) return refuse({ code: "not-allowed" });
  const { start_fee_minutes: startFeeMinutes, start_fee_waived_at: startFeeWaivedAt } = ticket;
  const waived = decideWaive({ startFeeMinutes, startFeeWaivedAt }, reason, work.now());
  if (!waived.ok) return refuseTelling(work, waived.refusal, { ...subjectOf(ticket), kinds: ["start-fee-waived"] });
  const { at } = waived.value;
  await saveTicket(work.tx, ticket, {
    start_fee_waived_at: at,
    start_fee_waived_reason: reason.trim(),
    last_activity_at: at,
  });
  await recordEvent(work, {
    kind: "start-fee-waived",
    organisationId,
    subject: ticket.id,
    payload: { minutes: startFeeMinutes, reason: reason.trim() },
  });
  return accept(null);
}
