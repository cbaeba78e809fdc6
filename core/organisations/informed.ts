import type { PersonId } from "../values/ids.ts";

/**
 * Who is told of a change of a ticket: everybody who holds a seat of its organisation now, each once and whoever did
 * it, so that every contact has the whole thread; nobody of a change that is hidden from contacts. Source: contract P3.
 */
export function informedOf<Person extends { readonly id: PersonId }>(
  change: { readonly isVisible: boolean },
  seated: readonly Person[],
): readonly Person[] {
  if (!change.isVisible) return [];
  return seated.filter((person, index) => seated.findIndex(({ id }) => id === person.id) === index);
}
