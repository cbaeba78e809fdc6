import { requireOpen } from "../tickets/progress.ts";
import type { Closable } from "../tickets/ticket-lifecycle.ts";
import { type Result, withoutValue } from "../values/result.ts";
import {
  advanceAuthorisation,
  type AuthorisationAction,
  type RecordedAuthorisation,
} from "./authorisation-lifecycle.ts";

/** The facts of a work order or quote that decide whether a deed is possible on a local date. */
export interface AuthorisationFacts extends RecordedAuthorisation {
  readonly today: Temporal.PlainDate;
  readonly ticket: Closable;
}

type Condition = (authorisation: AuthorisationFacts) => Result<null>;

const step =
  (action: AuthorisationAction): Condition =>
  (authorisation) =>
    withoutValue(advanceAuthorisation(authorisation, action, authorisation.today));

/**
 * The state a work order or quote must have for each deed, by the deed's name in the table of roles. The customer can
 * decline whatever they can approve, so declining stands for deciding. Nothing is decided on a closed ticket; the
 * refusal for a decided request says who decided it, even if its ticket closed since. They refuse
 * `authorisation-decided`, `transition-refused` and `ticket-closed`. Source: contract T3.
 */
export const authorisationDeeds = {
  "authorisation.decide": (authorisation) => {
    const undecided = step("decline")(authorisation);
    return undecided.ok ? requireOpen(authorisation.ticket) : undecided;
  },
  "authorisation.withdraw": step("withdraw"),
  "authorisation.deliver": step("deliver"),
} as const satisfies Readonly<Record<string, Condition>>;

export type AuthorisationDeed = keyof typeof authorisationDeeds;
