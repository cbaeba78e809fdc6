import { accept, refuse, type Result } from "../values/result.ts";
import type { AuthorisationState } from "./authorisation.ts";

/** An authorisation of a ticket that its work may be done under. */
export interface NameableAuthorisation<Id extends string> {
  readonly id: Id;
  readonly state: AuthorisationState;
  readonly decidedAt: Temporal.Instant | null;
}

/**
 * The authorisations of a ticket that work can be written down under now, the newest approval first: approved, and
 * neither delivered nor withdrawn since. Source: contract T3.
 */
export function authorisationsInForce<Id extends string, Authorisation extends NameableAuthorisation<Id>>(
  ofTicket: readonly Authorisation[],
): readonly Authorisation[] {
  return ofTicket.filter(({ state }) => state === "approved").toSorted((a, b) => compareByApproval(b, a));
}

/**
 * The authorisation that new work on a ticket names: the one chosen; where nothing was chosen the newest in force, or
 * none when there is none; none where that was chosen (null). Refuses `authorisation-not-in-force` for a chosen one
 * that is not, or is not the ticket's. Source: contract T3.
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
