import type { PersonId } from "../values/ids.ts";
import { accept, refuse, type Result } from "../values/result.ts";

/** Accepts somebody as a signatory. Refuses `already-signatory`. Source: contract P2. */
export function decideAppointment(signatories: readonly PersonId[], personId: PersonId): Result<null> {
  return signatories.includes(personId) ? refuse({ code: "already-signatory" }) : accept(null);
}

/**
 * Accepts that a signatory is withdrawn by another, or by the provider. Refuses `not-signatory`, `own-signature` for
 * one's own, and `last-signatory`, so that an organisation always has somebody who may sign. Source: contract P2.
 */
export function decideWithdrawal(
  signatories: readonly PersonId[],
  { personId, by }: { readonly personId: PersonId; readonly by: PersonId | null },
): Result<null> {
  if (!signatories.includes(personId)) return refuse({ code: "not-signatory" });
  if (personId === by) return refuse({ code: "own-signature" });
  return signatories.length === 1 ? refuse({ code: "last-signatory" }) : accept(null);
}
