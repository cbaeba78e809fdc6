import { accept, refuse, type Result } from "../values/result.ts";

export interface WithStartFee {
  readonly startFeeMinutes: number;
  readonly startFeeWaivedAt: Temporal.Instant | null;
}

/**
 * Decides that a ticket's start fee is not charged, as goodwill and with a reason that the customer reads; also on a
 * closed ticket, and where it was invoiced already, which then comes back on the next invoice. A waived start fee still
 * counts for the ceiling and covers administration all the same. Refuses `no-start-fee` for a ticket of terms without
 * one, `start-fee-waived` when it was before, and `reason-needed`. Source: contract T1, T2.
 */
export function decideWaive(
  ticket: WithStartFee,
  reason: string,
  now: Temporal.Instant,
): Result<{ readonly at: Temporal.Instant }> {
  const fee = requireStartFee(ticket);
  if (!fee.ok) return fee;
  return reason.trim() === "" ? refuse({ code: "reason-needed" }) : accept({ at: now });
}

/**
 * Accepts a ticket whose start fee is still to be charged. Refuses `no-start-fee`, `start-fee-waived`. Source: contract
 * T1.
 */
export function requireStartFee(ticket: WithStartFee): Result<null> {
  if (ticket.startFeeMinutes === 0) return refuse({ code: "no-start-fee" });
  return ticket.startFeeWaivedAt === null ? accept(null) : refuse({ code: "start-fee-waived" });
}
