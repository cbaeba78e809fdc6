import type { System } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { personSubject } from "../events/changes.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { changePerson } from "../people/change-person.ts";
import { lockPerson } from "../people/lock-person.ts";

interface AccountToChange {
  /** Who is signed in. */
  readonly personId: PersonId;
  readonly name: string;
  readonly phone: string | null;
  /** The version that was seen (R12). */
  readonly version: number;
}

/**
 * Changes the name and telephone number of whoever is signed in, who needs no role for it. Refuses `not-found` for
 * somebody without access, and `changed-meanwhile` when the person was changed since the version that was seen (R12).
 */
export async function changeAccount(
  work: Work<System>,
  { personId, version, ...after }: AccountToChange,
): Promise<Result<null>> {
  const person = await lockPerson(work.tx, personId);
  if (person === undefined) return refuse({ code: "not-found" });
  const seen = await checkVersion(work, {
    ...personSubject(personId),
    version,
    kinds: ["account-changed", "staff-changed"],
    ownToo: true,
  });
  if (!seen.ok) return seen;
  await changePerson(work.tx, personId, after);
  await recordEvent(work, {
    kind: "account-changed",
    organisationId: null,
    subject: personId,
    payload: { before: { name: person.name, phone: person.phone }, after },
  });
  return accept(null);
}
