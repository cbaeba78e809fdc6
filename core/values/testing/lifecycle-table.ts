import { advance, type Lifecycle, possibleActions } from "../lifecycle.ts";
import type { Refusal } from "../refusal.ts";

/** The accepted actions of each state, with the states they lead to. The tests of a lifecycle list them by hand. */
export type TransitionTable<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

/** The table of a lifecycle, from trying every action in every state. */
export function tableOf(lifecycle: Lifecycle<string, string>): TransitionTable<string, string> {
  const accepted = (state: string) =>
    lifecycle.actions.flatMap((action) => {
      const next = advance(lifecycle, state, action);
      return next.ok ? [[action, next.value] as const] : [];
    });
  return Object.fromEntries(lifecycle.states.map((state) => [state, Object.fromEntries(accepted(state))]));
}

/** All refusals of a lifecycle, from trying every action in every state. */
export function refusalsOf(lifecycle: Lifecycle<string, string>): readonly Refusal[] {
  return lifecycle.states.flatMap((state) =>
    lifecycle.actions.flatMap((action) => {
      const next = advance(lifecycle, state, action);
      return next.ok ? [] : [next.refusal];
    }),
  );
}

/** The flaws of a lifecycle as data: an unreachable or unknown state, an unused action, an ambiguous transition. */
export function flawsOf({ states, actions, transitions }: Lifecycle<string, string>, first: string): readonly string[] {
  const ways = transitions.flatMap(({ action, from }) => from.map((state) => `${action} from ${state}`));
  const twice = ways.filter((way, place) => ways.indexOf(way) !== place);
  const named = new Set(transitions.flatMap(({ from, to }) => [...from, to]));
  const reached = new Set([first, ...transitions.map(({ to }) => to)]);
  return [
    ...twice.map((way) => `two ways: ${way}`),
    ...[...named].filter((state) => !states.includes(state)).map((state) => `unknown state: ${state}`),
    ...states.filter((state) => !reached.has(state)).map((state) => `never reached: ${state}`),
    ...actions.filter((action) => !transitions.some((one) => one.action === action)).map((action) => `idle: ${action}`),
  ];
}

/** The states a thing goes through when actions are tried one after another. A refused action changes nothing. */
export function walk<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  first: State,
  tried: readonly Action[],
): readonly State[] {
  const states = [first];
  for (const action of tried) {
    const next = advance(lifecycle, states.at(-1) ?? first, action);
    if (next.ok) states.push(next.value);
  }
  return states;
}

/** The refusals of a lifecycle that lack the state, the action or the possible actions. */
export function unexplainedOf(lifecycle: Lifecycle<string, string>): readonly Refusal[] {
  return refusalsOf(lifecycle).filter((refusal) => {
    if (refusal.code !== "transition-refused") return true;
    const { thing, from, action, possible } = refusal;
    const isNamed = thing === lifecycle.thing && lifecycle.states.includes(from) && lifecycle.actions.includes(action);
    return !isNamed || possible.includes(action) || possible.join() !== possibleActions(lifecycle, from).join();
  });
}
