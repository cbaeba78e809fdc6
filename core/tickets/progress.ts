import { advance } from "../values/lifecycle.ts";
import { accept, refuse, type Result, withoutValue } from "../values/result.ts";
import { type Step, stepLifecycle } from "./step.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";
import { actionThatGives, turnLifecycle, type Waiting } from "./turn.ts";

/** Who can get the turn with a message. */
export const nextTurns = ["provider", "customer", "microsoft", "planning"] as const satisfies readonly Waiting[];
export type WaitsFor = (typeof nextTurns)[number];

/** From small to large. Source: contract B4. */
export const urgencies = ["low", "normal", "high", "critical"] as const;
export type Urgency = (typeof urgencies)[number];

/** The facts of a ticket for a decision. Since `waitingSince` it is the turn of `waitsFor`. */
export interface TicketState extends Closable, Turn<Waiting> {
  readonly step: Step;
}

export interface Turn<Who extends Waiting = WaitsFor> {
  readonly waitsFor: Who;
  readonly waitingSince: Temporal.Instant;
}

/** Accepts an open ticket. Refuses `ticket-closed`. */
export function requireOpen(ticket: Closable): Result<null> {
  const next = advanceTicket(ticket, "work-on");
  return withoutValue(next);
}

/**
 * Decides who has the turn after a message. A customer's message always gives it to the provider; if the provider
 * already has it, the waiting time goes on. A consultant names who is next, by default the customer. Refuses
 * `ticket-closed`. Source: contract D1, P3.
 */
export function decideReply(
  ticket: TicketState,
  reply: { isStaff: boolean; waitsFor: WaitsFor | null },
  now: Temporal.Instant,
): Result<Turn> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  const waitsFor = reply.isStaff ? (reply.waitsFor ?? "customer") : "provider";
  const action = reply.isStaff ? actionThatGives[waitsFor] : "answer";
  const next = advance(turnLifecycle, ticket.waitsFor, action);
  if (!next.ok) return next;
  return accept(reply.isStaff ? { waitsFor, waitingSince: now } : turnTo(waitsFor, ticket, now));
}

/** Gives somebody the turn. Whoever has it already keeps their waiting time. Source: contract D1. */
export function turnTo<Who extends Waiting>(waitsFor: Who, ticket: Turn<Waiting>, now: Temporal.Instant): Turn<Who> {
  return { waitsFor, waitingSince: ticket.waitsFor === waitsFor ? ticket.waitingSince : now };
}

/**
 * A ticket's next step: the same or a later one. Refuses `step-backwards` and `ticket-closed`. Source: contract D1-D3.
 */
export function decideStep(ticket: Pick<TicketState, "outcome" | "step">, step: Step): Result<Step> {
  const open = requireOpen(ticket);
  if (!open.ok) return open;
  const next = advance(stepLifecycle, ticket.step, step);
  return next.ok ? next : refuse({ code: "step-backwards" });
}

/** A resolution's choice for the knowledge base. Source: contract D3. */
export type ArticleChoice<Id extends string> =
  | { readonly kind: "existing"; readonly id: Id }
  | { readonly kind: "new"; readonly title: string; readonly body: string; readonly isPublic: boolean }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Whether a ticket can be resolved as requested: with a message to the customer, and with an article or a reason for
 * none. Refuses `ticket-closed`, `message-needed`, `article-needed`. Source: contract D3.
 */
export function decideResolution<Id extends string>(
  ticket: Closable,
  resolution: { readonly message: string; readonly article: ArticleChoice<Id> },
): Result<null> {
  const next = advanceTicket(ticket, "resolve");
  if (!next.ok) return next;
  if (resolution.message.trim() === "") return refuse({ code: "message-needed" });
  return isRecorded(resolution.article) ? accept(null) : refuse({ code: "article-needed" });
}

function isRecorded(article: ArticleChoice<string>): boolean {
  if (article.kind === "existing") return article.id !== "";
  if (article.kind === "none") return article.reason.trim() !== "";
  return article.title.trim() !== "" && article.body.trim() !== "";
}
