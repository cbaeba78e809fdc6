import { accept, type Result } from "../values/result.ts";
import { requireOpen } from "./progress.ts";
import type { Closable } from "./ticket-lifecycle.ts";

interface Agreeable extends Closable {
  readonly outsideHoursAgreedAt: Temporal.Instant | null;
}

/**
 * Decides from when work outside office hours on a ticket is charged at its own rates: from the first agreement on, so
 * that agreeing again changes nothing. Answers that instant and whether it is new. Refuses `ticket-closed`. Source:
 * contract M5.
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
