import type { Language } from "./language.ts";

/** The names of a lifecycle's states and actions, in each language. */
export type LifecycleWords<State extends string, Action extends string> = Readonly<
  Record<Language, WordsOfLifecycle<State, Action>>
>;

interface WordsOfLifecycle<State extends string, Action extends string> {
  /** The thing itself, at the beginning of a sentence. */
  readonly thing: string;
  readonly states: Readonly<Record<State, StateWords>>;
  /** Each action, as it stands in a list of possibilities. */
  readonly actions: Readonly<Record<Action, string>>;
}

interface StateWords {
  /** As a label, or in a list. */
  readonly name: string;
  /** After the thing, as in "the ticket *is closed*". */
  readonly is: string;
}
