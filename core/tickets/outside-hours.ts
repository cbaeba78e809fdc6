import { accept, type Result } from "../values/result.ts";
import { requireOpen } from "./progress.ts";
import type { Closable } from "./ticket-lifecycle.ts";

interface Agreeable extends Closable {
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

/**
 * Decides when work outside office hours on a ticket begins to cost its own rates: at the first agreement. A second
 * agreement changes nothing. Answers that instant and whether it is new. Refuses `ticket-closed`. Source: contract M5.
 */
export function decideOutsideHours(
  ticket: Agreeable,
  now: Temporal.Instant,
): Result<{ readonly agreedAt: Temporal.Instant; readonly isNew: boolean }> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  if (ticket.outsideHoursAgreedAt !== null) return accept({ agreedAt: ticket.outsideHoursAgreedAt, isNew: false });
  return accept({ agreedAt: now, isNew: true });
}
