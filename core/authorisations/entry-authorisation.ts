import { accept, refuse, type Result } from "../values/result.ts";
import type { AuthorisationState } from "./authorisation.ts";

/** An authorisation of a ticket that an entry can name. */
export interface NameableAuthorisation<Id extends string> {
  readonly id: Id;
  readonly state: AuthorisationState;
  readonly decidedAt: Temporal.Instant | null;
}

/**
 * The authorisations that a ticket's new work can name, newest approval first: approved, not delivered, not withdrawn.
 * Source: contract T3.
 */
export function authorisationsInForce<Id extends string, Authorisation extends NameableAuthorisation<Id>>(
  ofTicket: readonly Authorisation[],
): readonly Authorisation[] {
  return ofTicket.filter(({ state }) => state === "approved").toSorted((a, b) => compareByApproval(b, a));
}

/**
 * The authorisation that new work on a ticket names. An id chooses that one, null chooses none, and no choice takes the
 * newest in force, if any. Refuses `authorisation-not-in-force` for a chosen one that is not in force or belongs to
 * another ticket. Source: contract T3.
 */
export function entryAuthorisation<Id extends string, Authorisation extends NameableAuthorisation<Id>>(
  ofTicket: readonly Authorisation[],
  chosen: Id | null | undefined,
): Result<Authorisation | null> {
  if (chosen === null) return accept(null);
  const inForce = authorisationsInForce<Id, Authorisation>(ofTicket);
  if (chosen === undefined) return accept(inForce[0] ?? null);
  const found = inForce.find(({ id }) => id === chosen);
  return found === undefined ? refuse({ code: "authorisation-not-in-force" }) : accept(found);
}

function compareByApproval(a: NameableAuthorisation<string>, b: NameableAuthorisation<string>): number {
  const [first, second] = [a.decidedAt, b.decidedAt];
  const byTime = first === null || second === null ? 0 : Temporal.Instant.compare(first, second);
  return byTime !== 0 ? byTime : a.id < b.id ? -1 : 1;
}
