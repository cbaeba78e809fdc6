import { accept, type Result } from "../values/result.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

interface Withdrawn {
  readonly status: "closed";
  readonly outcome: "withdrawn";
  readonly closedAt: Temporal.Instant;
}

/**
 * Withdraws a ticket at an instant, for a contact. It closes with the outcome `withdrawn` and keeps its number of the
 * month and its start fee. Earlier work stays charged. Refuses `ticket-closed`. Source: contract T1, T4.
 */
export function decideWithdrawal(ticket: Closable, now: Temporal.Instant): Result<Withdrawn> {
  const next = advanceTicket(ticket, "withdraw");
  if (!next.ok) return next;
  return accept({ status: "closed", outcome: "withdrawn", closedAt: now });
}
