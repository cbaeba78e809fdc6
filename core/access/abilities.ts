import type { OrganisationId } from "../values/ids.ts";
import type { Result } from "../values/result.ts";
import type { Actor } from "./actor.ts";
import { type Action, requirePermission } from "./can.ts";

/** The deeds to one kind of thing. For each, by its name in the table of roles, the state that the thing must have. */
export type Deeds<Deed extends Action, Thing> = Readonly<Record<Deed, (thing: Thing) => Result<null>>>;

interface Owned {
  readonly organisationId: OrganisationId | null;
}

/**
 * Accepts a deed that somebody may do to a thing as it is now: first by role (P1, P2), then by the thing's state.
 * Refuses as `requirePermission`, and as the deed's own condition. Source: contract P1, P2, S1.
 */
export function requireAbility<Deed extends Action, Thing>(
  deeds: Deeds<Deed, Thing>,
  {
    actor,
    deed,
    thing,
  }: { readonly actor: Actor; readonly deed: NoInfer<Deed>; readonly thing: NoInfer<Thing> & Owned },
): Result<null> {
  const permitted = requirePermission(actor, deed, thing);
  return permitted.ok ? deeds[deed](thing) : permitted;
}

/**
 * Everything somebody may do to a thing now. Its page offers these deeds, its actions accept them, and the API lists
 * them as `abilities`. Source: contract P1, P2, S1.
 */
export function abilitiesOf<Deed extends Action, Thing>(
  deeds: Deeds<Deed, Thing>,
  actor: Actor,
  thing: NoInfer<Thing> & Owned,
): ReadonlySet<Deed> {
  return new Set(namesOfDeeds(deeds).filter((deed) => requireAbility(deeds, { actor, deed, thing }).ok));
}

/** The names of the deeds in a table, in its order. */
export function namesOfDeeds<Deed extends string>(deeds: Readonly<Record<Deed, unknown>>): readonly Deed[] {
  return Object.keys(deeds).filter((name): name is Deed => Object.hasOwn(deeds, name));
}
