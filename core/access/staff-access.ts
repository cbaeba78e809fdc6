import type { PersonId } from "../values/ids.ts";
import { accept, refuse, type Result } from "../values/result.ts";

interface Taking {
  /** Who takes it away; null for the product itself. */
  readonly by: PersonId | null;
  readonly from: PersonId;
  /** Everybody who is an administrator now. */
  readonly administrators: readonly PersonId[];
}

/**
 * Whether the role of administrator, or all access, can be taken from somebody of staff. Refuses
 * `last-administrator`, because nobody could give access any more, and `own-access`, because a colleague does that.
 */
export function checkTakingAccess({ by, from, administrators }: Taking): Result<null> {
  const [only, ...more] = administrators;
  if (only === from && more.length === 0) return refuse({ code: "last-administrator" });
  return by === from ? refuse({ code: "own-access" }) : accept(null);
}
