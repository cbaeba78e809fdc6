import type { Lifecycle } from "../values/lifecycle.ts";

/** The steps a ticket goes through, in order. Source: contract D1, D2, D3. */
export const steps = ["administration", "research", "resolution"] as const;

export type Step = (typeof steps)[number];

/**
 * The steps of an open ticket: to the one it is in, or on to a later one. An action is named after its step. Source:
 * contract D1, D2, D3.
 */
export const stepLifecycle: Lifecycle<Step, Step> = {
  thing: "ticket-step",
  states: steps,
  actions: steps,
  transitions: steps.map((step, place) => ({ action: step, from: steps.slice(0, place + 1), to: step })),
};
