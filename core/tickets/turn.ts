import type { Lifecycle } from "../values/lifecycle.ts";

/** Who or what an open ticket can wait for. Source: contract D1, S2, T3, B2. */
export const waitings = ["provider", "customer", "authorisation", "microsoft", "planning"] as const;
export type Waiting = (typeof waitings)[number];

/** Whether a value, for example a recorded one, is one of the `waitings`. Source: contract D1. */
export function isWaiting(value: unknown): value is Waiting {
  return waitings.some((waiting) => waiting === value);
}

export const turnActions = [
  "answer",
  "go-on",
  "ask-customer",
  "request-authorisation",
  "await-microsoft",
  "plan",
] as const;
export type TurnAction = (typeof turnActions)[number];

const others = waitings.filter((waiting) => waiting !== "authorisation");

/**
 * The turns of an open ticket. The customer's answer always gives it to the provider (D1); the provider names who is
 * next. A ticket that waits for an authorisation asks for no other (T3). Source: contract D1, T3, S2, B2.
 */
export const turnLifecycle: Lifecycle<Waiting, TurnAction> = {
  thing: "ticket-turn",
  states: waitings,
  actions: turnActions,
  transitions: [
    { action: "answer", from: waitings, to: "provider" },
    { action: "go-on", from: waitings, to: "provider" },
    { action: "ask-customer", from: waitings, to: "customer" },
    { action: "request-authorisation", from: others, to: "authorisation" },
    { action: "await-microsoft", from: waitings, to: "microsoft" },
    { action: "plan", from: waitings, to: "planning" },
  ],
};

/** The provider's action that gives each turn. */
export const actionThatGives: Readonly<Record<Waiting, TurnAction>> = {
  provider: "go-on",
  customer: "ask-customer",
  authorisation: "request-authorisation",
  microsoft: "await-microsoft",
  planning: "plan",
};
