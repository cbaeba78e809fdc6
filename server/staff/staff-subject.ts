import type { PersonId } from "../../core/values/ids.ts";
import type { ChangeKind } from "../../core/values/change.ts";
import type { Subject } from "../events/changes.ts";

/** Somebody of staff in the provider's chain of events. */
export function staffSubject(id: PersonId): Subject {
  return { organisationId: null, subject: id };
}

/** The changes to somebody of staff that a form must know of (R12). */
export const staffChanges = [
  "staff-changed",
  "account-changed",
  "person-suspended",
  "person-brought-back",
] as const satisfies readonly ChangeKind[];
