import { checkTakingAccess } from "../../core/access/staff-access.ts";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { personSubject } from "../events/changes.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { changePerson } from "../people/change-person.ts";
import { endAccess } from "../sign-in/end-access.ts";
import { lockMember } from "./lock-member.ts";

interface Suspending {
  readonly personId: PersonId;
  readonly systemNow: Temporal.Instant;
}

/**
 * Takes all access from somebody of staff, at once: sessions, open pages, codes and invitation end (R03). Their tickets
 * stay theirs until a colleague picks them up, and a running timer keeps running: its minutes are work, and only who
 * did it can say on what. Refuses `not-allowed`, `not-found`, `own-access`, `last-administrator`, and
 * `changed-meanwhile` when a colleague did it already.
 */
export async function suspendStaff(work: Work<Staff>, { personId, systemNow }: Suspending): Promise<Result<null>> {
  const locked = await lockMember(work, personId);
  if (!locked.ok) return locked;
  const { administrators, member } = locked.value;
  if (member.deactivatedAt !== null)
    return refuseTelling(
      work,
      { code: "changed-meanwhile" },
      { ...personSubject(personId), kinds: ["person-suspended"] },
    );
  const taking = checkTakingAccess({ by: work.actor.personId, from: personId, administrators });
  if (!taking.ok) return taking;
  await changePerson(work.tx, personId, { deactivatedAt: work.now() });
  await endAccess(work.tx, personId, systemNow);
  await recordEvent(work, {
    kind: "person-suspended",
    organisationId: null,
    subject: personId,
    payload: { role: member.staffRole },
  });
  return accept(null);
}

/**
 * Gives somebody of staff their access back, in the role that they had. They sign in with a code. Refuses
 * `not-allowed`, `not-found`, and `changed-meanwhile` when a colleague did it already.
 */
export async function bringBackStaff(work: Work<Staff>, { personId, systemNow }: Suspending): Promise<Result<null>> {
  const locked = await lockMember(work, personId);
  if (!locked.ok) return locked;
  const { member } = locked.value;
  if (member.deactivatedAt === null)
    return refuseTelling(
      work,
      { code: "changed-meanwhile" },
      { ...personSubject(personId), kinds: ["person-brought-back"] },
    );
  // Somebody may have been signing in at the moment of the suspension, unseen by it.
  await endAccess(work.tx, personId, systemNow);
  await changePerson(work.tx, personId, { deactivatedAt: null });
  await recordEvent(work, {
    kind: "person-brought-back",
    organisationId: null,
    subject: personId,
    payload: { role: member.staffRole },
  });
  return accept(null);
}
