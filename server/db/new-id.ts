import { randomUUIDv7 } from "node:crypto";

/** A new id, sortable by time of creation. The caller's type names the noun. */
export function newId<Id extends string>(): Id {
  return randomUUIDv7() as Id;
}
