import type { LifecycleThing } from "./refusal.ts";
import { accept, refuse, type Result } from "./result.ts";

/** An action and the states between which it leads. */
export interface Transition<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
  /** A date causes it and no person, so no refusal offers it. */
  readonly by?: "date";
}

/** The whole life of a thing as data. Nothing outside its transitions can happen. */
export interface Lifecycle<State extends string, Action extends string> {
  readonly thing: LifecycleThing;
  readonly states: readonly State[];
  readonly actions: readonly Action[];
  readonly transitions: readonly Transition<State, Action>[];
}

/**
 * The state an action leads to. Refuses `transition-refused` with the state, the action and the possible actions. The
 * shell makes a sentence of it.
 */
export function advance<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
  action: Action,
): Result<State> {
  const found = lifecycle.transitions.find((one) => one.action === action && one.from.includes(state));
  if (found !== undefined) return accept(found.to);
  const possible = possibleActions(lifecycle, state);
  return refuse({ code: "transition-refused", thing: lifecycle.thing, from: state, action, possible });
}

/** The actions that people can take in a state, each once, in the lifecycle's order. */
export function possibleActions<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
): readonly Action[] {
  const open = lifecycle.transitions.filter((one) => one.by !== "date" && one.from.includes(state));
  return lifecycle.actions.filter((action) => open.some((one) => one.action === action));
}

/** Transitions of an action that is possible in some states and changes none of them. */
export function staying<State extends string, Action extends string>(
  action: Action,
  states: readonly State[],
): readonly Transition<State, Action>[] {
  return states.map((state) => ({ action, from: [state], to: state }));
}
