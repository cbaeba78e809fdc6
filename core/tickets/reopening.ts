import { accept, refuse, type Result } from "../values/result.ts";
import type { Turn } from "./progress.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

/**
 * All that reopening changes. The number of its month, the additional flag, the start fee and the ceiling with what is
 * spent of it stay.
 */
export interface Reopened extends Turn {
  readonly status: "open";
  readonly outcome: null;
  readonly closedAt: null;
}

/**
 * Opens a resolved ticket again at an instant, under the contract of that local date, and gives the provider the turn.
 * It keeps its flag and its spent ceiling and is not counted again. Refuses `not-reopenable` with how a ticket closed
 * that was not resolved, `transition-refused` for an open one, and `no-contract` with the date. Source: contract T4,
 * T6.
 */
export function decideReopen(
  ticket: Closable,
  contract: { readonly on: Temporal.PlainDate; readonly isInForce: boolean },
  now: Temporal.Instant,
): Result<Reopened> {
  const next = advanceTicket(ticket, "reopen");
  if (!next.ok) return next;
  if (!contract.isInForce) return refuse({ code: "no-contract", on: contract.on.toString() });
  return accept({ status: "open", outcome: null, closedAt: null, waitsFor: "provider", waitingSince: now });
}
