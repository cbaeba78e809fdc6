import { advance } from "../values/lifecycle.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { requireOpen, type Turn, turnTo } from "./progress.ts";
import type { Closable } from "./ticket-lifecycle.ts";
import { actionThatGives, turnLifecycle, type Waiting } from "./turn.ts";

/** Who is waited for next; for Microsoft with its number of the case. (S2) */
export type WaitingRequest =
  | { readonly waitsFor: Exclude<Waiting, "microsoft"> }
  | { readonly waitsFor: "microsoft"; readonly caseNumber: string };

/**
 * The turn a request gives, whether the ticket is paused by it, and Microsoft's case number where that is waited for.
 */
export interface WaitingTurn extends Turn<Waiting> {
  readonly isPaused: boolean;
  readonly caseNumber: string | null;
}

/**
 * Whether the provider cannot go on, because somebody else has to act first; what is planned is the provider's own.
 * Source: contract D1.
 */
export function isPaused(waitsFor: Waiting): boolean {
  return waitsFor === "customer" || waitsFor === "authorisation" || waitsFor === "microsoft";
}

/**
 * Who or what an open ticket waits for next, as a consultant says; asking the customer pauses it (D1). Who has the turn
 * already keeps waiting since when they did. Refuses `ticket-closed`, `case-number-needed` when Microsoft is waited for
 * without its number of the case (S2), and `authorisation-open` when an authorisation is waited for already (T3).
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
