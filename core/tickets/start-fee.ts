import { accept, refuse, type Result } from "../values/result.ts";

export interface WithStartFee {
  readonly startFeeMinutes: number;
  readonly startFeeWaivedAt: Temporal.Instant | null;
}

/**
 * Waives a ticket's start fee as goodwill, with a reason for the customer. This works on a closed ticket too; an
 * invoiced fee comes back on the next invoice. A waived start fee still counts for the ceiling and still covers
 * administration. Refuses `no-start-fee` under terms without one, `start-fee-waived` for a second waiver, and
 * `reason-needed`. Source: contract T1, T2.
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
 * Accepts a ticket with a start fee that is not waived. Refuses `no-start-fee`, `start-fee-waived`. Source: contract
 * T1.
 */
export function requireStartFee(ticket: WithStartFee): Result<null> {
  if (ticket.startFeeMinutes === 0) return refuse({ code: "no-start-fee" });
  return ticket.startFeeWaivedAt === null ? accept(null) : refuse({ code: "start-fee-waived" });
}
