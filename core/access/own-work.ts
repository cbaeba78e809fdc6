import type { PersonId } from "../values/ids.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { Actor } from "./actor.ts";

/**
 * Accepts taking back recorded work: by the person who recorded it, or by an administrator. Refuses `not-allowed`.
 * Source: contract T2, A3.
 */
export function requireOwnWork(actor: Actor, recordedBy: PersonId): Result<null> {
  const isOwn = actor.kind !== "system" && actor.personId === recordedBy;
  return isOwn || actor.kind === "administrator" ? accept(null) : refuse({ code: "not-allowed" });
}
