import { type Result, withoutValue } from "../values/result.ts";
import {
  advanceAuthorisation,
  type AuthorisationAction,
  type RecordedAuthorisation,
} from "./authorisation-lifecycle.ts";

/** The facts of a work order or quote that decide whether a deed is possible on a local date. */
export interface AuthorisationFacts extends RecordedAuthorisation {
  readonly today: Temporal.PlainDate;
}

type Condition = (authorisation: AuthorisationFacts) => Result<null>;

const step =
  (action: AuthorisationAction): Condition =>
  (authorisation) =>
    withoutValue(advanceAuthorisation(authorisation, action, authorisation.today));

/**
 * The state a work order or quote must have for each deed, by the deed's name in the table of roles. The customer can
 * decline whatever they can approve, so declining stands for deciding. They refuse `authorisation-decided` and
 * `transition-refused`. Source: contract T3.
 */
export const authorisationDeeds = {
  "authorisation.decide": step("decline"),
  "authorisation.withdraw": step("withdraw"),
  "authorisation.deliver": step("deliver"),
} as const satisfies Readonly<Record<string, Condition>>;

export type AuthorisationDeed = keyof typeof authorisationDeeds;
