import { advance } from "../values/lifecycle.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { requireOpen, type Turn, turnTo } from "./progress.ts";
import type { Closable } from "./ticket-lifecycle.ts";
import { actionThatGives, turnLifecycle, type Waiting } from "./turn.ts";

/** Who gets the turn; Microsoft with its case number. (S2) */
export type WaitingRequest =
  | { readonly waitsFor: Exclude<Waiting, "microsoft"> }
  | { readonly waitsFor: "microsoft"; readonly caseNumber: string };

/** The turn after a request, whether it pauses the ticket, and Microsoft's case number if it waits for Microsoft. */
export interface WaitingTurn extends Turn<Waiting> {
  readonly isPaused: boolean;
  readonly caseNumber: string | null;
}

/** Whether the provider must wait for somebody else to act. Planned work is the provider's own. Source: contract D1. */
export function isPaused(waitsFor: Waiting): boolean {
  return waitsFor === "customer" || waitsFor === "authorisation" || waitsFor === "microsoft";
}

/**
 * Gives the turn on an open ticket to the one a consultant names. Asking the customer pauses the ticket (D1). Whoever
 * has the turn already keeps their waiting time. Refuses `ticket-closed`, `case-number-needed` for Microsoft without a
 * case number (S2), and `authorisation-open` when the ticket already waits for an authorisation (T3).
 */
export function decideWaiting(
  ticket: Closable & Turn<Waiting>,
  asked: WaitingRequest,
  now: Temporal.Instant,
): Result<WaitingTurn> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  const next = advance(turnLifecycle, ticket.waitsFor, actionThatGives[asked.waitsFor]);
  if (!next.ok) return refuse({ code: "authorisation-open" });
  const caseNumber = asked.waitsFor === "microsoft" ? asked.caseNumber.trim() : null;
  if (caseNumber === "") return refuse({ code: "case-number-needed" });
  return accept({ ...turnTo(asked.waitsFor, ticket, now), isPaused: isPaused(asked.waitsFor), caseNumber });
}
