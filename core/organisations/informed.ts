import type { PersonId } from "../values/ids.ts";

/**
 * The people to tell about a change of a ticket: everybody with a seat of its organisation now, each once, including
 * its author, so that every contact has the whole thread. Nobody for a change that contacts cannot see. Source:
 * contract P3.
 */
export function informedOf<Person extends { readonly id: PersonId }>(
  change: { readonly isVisible: boolean },
  seated: readonly Person[],
): readonly Person[] {
  if (!change.isVisible) return [];
  return seated.filter((person, index) => seated.findIndex(({ id }) => id === person.id) === index);
}
