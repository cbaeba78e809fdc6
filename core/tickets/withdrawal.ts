import { accept, type Result } from "../values/result.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

interface Withdrawn {
  readonly status: "closed";
  readonly outcome: "withdrawn";
  readonly closedAt: Temporal.Instant;
}

/**
 * Decides that a contact takes a ticket back at an instant: it closes with the outcome `withdrawn`, keeps its number of
 * the month and its start fee, and work logged before stays charged. Refuses `ticket-closed`. Source: contract T1, T4.
 */
export function decideWithdrawal(ticket: Closable, now: Temporal.Instant): Result<Withdrawn> {
  const next = advanceTicket(ticket, "withdraw");
  if (!next.ok) return next;
  return accept({ status: "closed", outcome: "withdrawn", closedAt: now });
}
