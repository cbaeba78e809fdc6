import { advance, type Lifecycle } from "../values/lifecycle.ts";
import { refuse, type Result } from "../values/result.ts";
import type { Outcome } from "./outcome.ts";

export const ticketStages = ["open", "resolved", "withdrawn", "duplicate", "ended-with-contract"] as const;
export type TicketStage = (typeof ticketStages)[number];

export const ticketActions = ["work-on", "resolve", "withdraw", "merge", "reopen", "end-with-contract"] as const;
export type TicketAction = (typeof ticketActions)[number];

/**
 * The life of a whole ticket. An open ticket also has a turn (`turn.ts`) and a step (`step.ts`). A resolution has one
 * of several outcomes (S1). Only a resolved ticket can be reopened: a contact took back a withdrawn one, a duplicate
 * goes on elsewhere, and a ticket that ended with its contract has no contract any more (T4). Source: contract S1, S2,
 * T1, T4, "Charges, exactly" 8.
 */
export const ticketLifecycle: Lifecycle<TicketStage, TicketAction> = {
  thing: "ticket",
  states: ticketStages,
  actions: ticketActions,
  transitions: [
    { action: "work-on", from: ["open"], to: "open" },
    { action: "resolve", from: ["open"], to: "resolved" },
    { action: "withdraw", from: ["open"], to: "withdrawn" },
    { action: "merge", from: ["open"], to: "duplicate" },
    { action: "end-with-contract", from: ["open"], to: "ended-with-contract", by: "date" },
    { action: "reopen", from: ["resolved"], to: "open" },
  ],
};

/** The facts of a ticket for its lifecycle. It is open as long as it has no outcome. */
export interface Closable {
  readonly outcome: Outcome | null;
}

/** The stage of a ticket by its outcome. Source: contract S1. */
export function stageOf({ outcome }: Closable): TicketStage {
  switch (outcome) {
    case null:
      return "open";
    case "withdrawn":
    case "duplicate":
    case "ended-with-contract":
      return outcome;
    case "solved":
    case "workaround":
    case "redesign":
    case "escalated":
    case "not-solved":
      return "resolved";
  }
}

/**
 * The stage an action leads to. Refuses `not-reopenable`, with the outcome, to reopen a closed ticket that was not
 * resolved; `ticket-closed` for any other action on a closed ticket; `transition-refused` to reopen an open one.
 * Source: contract S1, T4.
 */
export function advanceTicket(ticket: Closable, action: TicketAction): Result<TicketStage> {
  const stage = stageOf(ticket);
  const next = advance(ticketLifecycle, stage, action);
  if (next.ok || stage === "open") return next;
  return action === "reopen" && stage !== "resolved"
    ? refuse({ code: "not-reopenable", outcome: stage })
    : refuse({ code: "ticket-closed" });
}
