import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { findPerson } from "../people/read-people.ts";
import { takeHits, tryLimits } from "./rate-limit.ts";
import { hashSecret } from "./secrets.ts";
import { takeInvitation } from "./store-invitations.ts";

interface Using {
  readonly token: string;
  readonly systemNow: Temporal.Instant;
}

/** Whether the link of an invitation still works, for a page that only shows it. Refuses as `useInvitation`. */
export async function checkInvitation(tx: Transaction, { token, systemNow }: Using): Promise<Result<null>> {
  const found = await tx
    .selectFrom("invitations")
    .innerJoin("people", "people.id", "invitations.personId")
    .select(["usedAt", "expiresAt", "deactivatedAt"])
    .where("tokenHash", "=", hashSecret(token))
    .executeTakeFirst();
  if (found === undefined || found.deactivatedAt !== null) return refuse({ code: "invitation-over" });
  if (found.usedAt !== null) return refuse({ code: "invitation-used" });
  return Temporal.Instant.compare(found.expiresAt, systemNow) > 0 ? accept(null) : refuse({ code: "invitation-over" });
}

/**
 * Uses an invitation up, in any browser, and answers its person (R20). A counted attempt must be kept, even when it is
 * refused. Refuses `too-many-attempts` (R17), `invitation-used`, and `invitation-over` when it lapsed, a newer one took
 * its place, or its person has no access.
 */
export async function useInvitation(
  { tx }: Work,
  { address, ...using }: Using & { readonly address: string },
): Promise<Result<PersonId>> {
  const minutes = await takeHits(tx, tryLimits(address, null), using.systemNow);
  if (minutes !== null) return refuse({ code: "too-many-attempts", minutes });
  const works = await checkInvitation(tx, using);
  if (!works.ok) return works;
  const personId = await takeInvitation(tx, hashSecret(using.token), using.systemNow);
  // Another request was quicker.
  if (personId === null) return refuse({ code: "invitation-used" });
  const person = await findPerson(tx, personId);
  return person === undefined ? refuse({ code: "invitation-over" }) : accept(person.id);
}
