import type { ChangeKind } from "../../core/values/change.ts";

/** The changes to somebody of staff that a form must know of (R12). */
export const staffChanges = [
  "staff-changed",
  "account-changed",
  "person-suspended",
  "person-brought-back",
] as const satisfies readonly ChangeKind[];
