import { accept, refuse, type Result } from "../values/result.ts";

interface Agreeable {
  readonly status: "open" | "closed";
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

/**
 * Decides from when work outside office hours on a ticket is charged at its own rates: from the first agreement on, so that
 * agreeing again changes nothing. Answers that instant and whether it is new. Refuses `ticket-closed`. Source: contract M5.
 */
export function decideOutsideHours(
  ticket: Agreeable,
  now: Temporal.Instant,
): Result<{ readonly agreedAt: Temporal.Instant; readonly isNew: boolean }> {
  if (ticket.status === "closed") return refuse({ code: "ticket-closed" });
  if (ticket.outsideHoursAgreedAt !== null) return accept({ agreedAt: ticket.outsideHoursAgreedAt, isNew: false });
  return accept({ agreedAt: now, isNew: true });
}
