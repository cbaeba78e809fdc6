import { accept, refuse, type Result } from "../values/result.ts";
import type { Outcome, ResolvedOutcome } from "./outcome.ts";
import type { Turn } from "./progress.ts";
import type { Closable } from "./ticket-lifecycle.ts";
import type { Waiting } from "./turn.ts";
import { decideWaiting, type WaitingTurn } from "./waiting.ts";

/**
 * Escalates an open ticket to Microsoft and gives Microsoft the turn. Refuses `case-number-needed` without Microsoft's
 * case number, and `ticket-closed`. Source: contract S2.
 */
export function escalateToMicrosoft(
  ticket: Closable & Turn<Waiting>,
  escalation: { readonly caseNumber: string },
  now: Temporal.Instant,
): Result<WaitingTurn> {
  return decideWaiting(ticket, { waitsFor: "microsoft", caseNumber: escalation.caseNumber }, now);
}

/**
 * Whether a ticket may close with an outcome. `escalated` needs Microsoft's case number, so that somebody can follow
 * the case. Refuses `case-number-needed`. Source: contract S2.
 */
export function checkOutcome(
  outcome: ResolvedOutcome,
  escalation: { readonly caseNumber: string | null },
): Result<null> {
  const isKnown = escalation.caseNumber !== null && escalation.caseNumber.trim() !== "";
  return outcome === "escalated" && !isKnown ? refuse({ code: "case-number-needed" }) : accept(null);
}

/**
 * Whether an outcome means that the problem is solved. Only `solved` does. A workaround, a redesign or an escalation
 * replaces a solution, which nobody guarantees. Source: contract S1, S2.
 */
export function isSolution(outcome: Outcome): boolean {
  return outcome === "solved";
}
