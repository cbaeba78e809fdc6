import { accept, refuse, type Result } from "../values/result.ts";
import { advanceTicket, type Closable, stageOf } from "./ticket-lifecycle.ts";

/** The facts of a ticket for merging. */
export interface Mergeable extends Closable {
  readonly reference: string;
  readonly organisationId: string;
}

/** The changes by a merge, all on the closing ticket. Entries, fee, number and ceiling of both stay the same. */
export interface Merged {
  readonly status: "closed";
  readonly outcome: "duplicate";
  readonly closedAt: Temporal.Instant;
  readonly duplicateOf: string;
}

/**
 * Closes a ticket at an instant as a duplicate of another open one of the same organisation, which stays open. Both
 * keep their entries, start fee, number of the month and ceiling. Refuses `ticket-closed`, `not-found` for a ticket of
 * another organisation, `invalid-input` for the ticket itself, and `merge-target-closed`. Source: contract T4.
 */
export function decideMerge(ticket: Mergeable, into: Mergeable, now: Temporal.Instant): Result<Merged> {
  const next = advanceTicket(ticket, "merge");
  if (!next.ok) return next;
  if (into.organisationId !== ticket.organisationId) return refuse({ code: "not-found" });
  if (into.reference === ticket.reference) return refuse({ code: "invalid-input", fields: { into: "not-an-option" } });
  if (stageOf(into) !== "open") return refuse({ code: "merge-target-closed", reference: into.reference });
  return accept({ status: "closed", outcome: "duplicate", closedAt: now, duplicateOf: into.reference });
}
