import { accept, refuse, type Result } from "../values/result.ts";
import { type Step, steps } from "./step.ts";

/** Whose turn it is on a ticket. */
export type WaitsFor = "provider" | "customer" | "microsoft";

/** How a consultant closes a ticket; the other outcomes come of withdrawing and of a contract's end. Source: contract S1, S2. */
export const outcomes = ["solved", "workaround", "redesign", "escalated", "not-solved"] as const;
export type ResolvedOutcome = (typeof outcomes)[number];

/** From small to large. Source: contract B4. */
export const urgencies = ["low", "normal", "high", "critical"] as const;
export type Urgency = (typeof urgencies)[number];

/** What deciding needs to know of a ticket. `waitingSince` is since when it is `waitsFor`'s turn. */
export interface TicketState {
  readonly status: "open" | "closed";
  readonly step: Step;
  readonly waitsFor: WaitsFor;
  readonly waitingSince: Temporal.Instant;
}

export interface Turn {
  readonly waitsFor: WaitsFor;
  readonly waitingSince: Temporal.Instant;
}

/** Accepts what an open ticket allows; refuses `ticket-closed`. */
export function requireOpen(ticket: Pick<TicketState, "status">): Result<null> {
  return ticket.status === "closed" ? refuse({ code: "ticket-closed" }) : accept(null);
}

/**
 * Whose turn it is after a message. A customer's message always comes to the provider and does not restart the waiting of
 * one who already waits; a consultant says who is next, the customer unless told otherwise. Refuses `ticket-closed`.
 * Source: contract D1, P3.
 */
export function decideReply(
  ticket: TicketState,
  reply: { isStaff: boolean; waitsFor: WaitsFor | null },
  now: Temporal.Instant,
): Result<Turn> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  if (reply.isStaff) return accept({ waitsFor: reply.waitsFor ?? "customer", waitingSince: now });
  return accept(turnTo("provider", ticket, now));
}

/** Gives somebody the turn; who has it already keeps waiting since when they did. Source: contract D1. */
export function turnTo(waitsFor: WaitsFor, ticket: Turn, now: Temporal.Instant): Turn {
  return { waitsFor, waitingSince: ticket.waitsFor === waitsFor ? ticket.waitingSince : now };
}

/** A ticket's next step: forward, or the one it is in. Refuses `step-backwards` and `ticket-closed`. Source: contract D1-D3. */
export function decideStep(ticket: Pick<TicketState, "status" | "step">, step: Step): Result<Step> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  return steps.indexOf(step) < steps.indexOf(ticket.step) ? refuse({ code: "step-backwards" }) : accept(step);
}

/** What a resolution says of the knowledge base. Source: contract D3. */
export type ArticleChoice<Id extends string> =
  | { readonly kind: "existing"; readonly id: Id }
  | { readonly kind: "new"; readonly title: string; readonly body: string; readonly isPublic: boolean }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Whether a ticket can be resolved as asked: there is a message to the customer and the knowledge is recorded, or it is said
 * why not. Refuses `ticket-closed`, `message-needed`, `article-needed`. Source: contract D3.
 */
export function decideResolution<Id extends string>(
  ticket: Pick<TicketState, "status">,
  resolution: { readonly message: string; readonly article: ArticleChoice<Id> },
): Result<null> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  if (resolution.message.trim() === "") return refuse({ code: "message-needed" });
  return isRecorded(resolution.article) ? accept(null) : refuse({ code: "article-needed" });
}

function isRecorded(article: ArticleChoice<string>): boolean {
  if (article.kind === "existing") return article.id !== "";
  if (article.kind === "none") return article.reason.trim() !== "";
  return article.title.trim() !== "" && article.body.trim() !== "";
}
