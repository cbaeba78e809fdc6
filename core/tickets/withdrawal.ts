import { accept, refuse, type Result } from "../values/result.ts";

interface Withdrawn {
  readonly status: "closed";
  readonly outcome: "withdrawn";
  readonly closedAt: Temporal.Instant;
}

/**
 * Decides that a contact takes a ticket back at an instant: it closes with the outcome `withdrawn`, keeps its number of the
 * month and its start fee, and work logged before stays charged. Refuses `ticket-closed`. Source: contract T1, T4.
 */
export function decideWithdrawal(
  ticket: { readonly status: "open" | "closed" },
  now: Temporal.Instant,
): Result<Withdrawn> {
  if (ticket.status === "closed") return refuse({ code: "ticket-closed" });
  return accept({ status: "closed", outcome: "withdrawn", closedAt: now });
}
