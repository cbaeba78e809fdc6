import { accept, refuse, type Result } from "../values/result.ts";
import type { Turn } from "./progress.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

/**
 * The changes by reopening. The number of the month, the additional flag, the start fee, the ceiling and the spent
 * minutes stay.
 */
export interface Reopened extends Turn {
  readonly status: "open";
  readonly outcome: null;
  readonly closedAt: null;
}

/**
 * Reopens a resolved ticket at an instant, under the contract of that local date, and gives the provider the turn. It
 * keeps its flag and its spent ceiling and is not counted again. Refuses `not-reopenable`, with the outcome, for a
 * closed ticket that was not resolved, `transition-refused` for an open one, and `no-contract` with the date. Source:
 * contract T4, T6.
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
