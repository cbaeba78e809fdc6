import type { Lifecycle } from "../values/lifecycle.ts";

/** The steps of a ticket, in order. Source: contract D1, D2, D3. */
export const steps = ["administration", "research", "resolution"] as const;

export type Step = (typeof steps)[number];

/**
 * The step changes of an open ticket: to the same or a later step. An action is named after its step. Source: contract
 * D1, D2, D3.
 */
export const stepLifecycle: Lifecycle<Step, Step> = {
  thing: "ticket-step",
  states: steps,
  actions: steps,
  transitions: steps.map((step, place) => ({ action: step, from: steps.slice(0, place + 1), to: step })),
};
