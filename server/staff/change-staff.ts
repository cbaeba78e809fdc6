import { checkTakingAccess } from "../../core/access/staff-access.ts";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { personSubject } from "../events/changes.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { changePerson } from "../people/change-person.ts";
import { lockMember } from "./lock-member.ts";
import { staffChanges } from "./staff-changes.ts";

export interface StaffDetails {
  readonly name: string;
  readonly role: "consultant" | "administrator";
  readonly weeklyMinutes: number;
}

interface StaffToChange extends StaffDetails {
  readonly personId: PersonId;
  /** The version that was seen; left out by a program that did not look (R12). */
  readonly version?: number | undefined;
}

/**
 * Changes the name, role and weekly hours of somebody of staff. A role that is taken away ends at once. Refuses
 * `not-allowed`, `not-found`, `own-access` and `last-administrator` for the role of administrator, and
 * `changed-meanwhile` when the person was changed since the version that was seen (R12).
 */
export async function changeStaff(
  work: Work<Staff>,
  { personId, version, ...after }: StaffToChange,
): Promise<Result<null>> {
  const locked = await lockMember(work, personId);
  if (!locked.ok) return locked;
  const { administrators, member } = locked.value;
  const seen = await checkVersion(work, { ...personSubject(personId), version, kinds: staffChanges, ownToo: true });
  if (!seen.ok) return seen;
  if (member.staffRole === "administrator" && after.role !== "administrator") {
    const taking = checkTakingAccess({ by: work.actor.personId, from: personId, administrators });
    if (!taking.ok) return taking;
  }
  const before = { name: member.name, role: member.staffRole, weeklyMinutes: member.weeklyCapacityMinutes };
  await changePerson(work.tx, personId, {
    name: after.name,
    staffRole: after.role,
    weeklyCapacityMinutes: after.weeklyMinutes,
  });
  await recordEvent(work, {
    kind: "staff-changed",
    organisationId: null,
    subject: personId,
    payload: { before, after },
  });
  return accept(null);
}
