import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { lockStaff } from "../people/lock-staff.ts";

type Locked = Awaited<ReturnType<typeof lockStaff>>;

export interface LockedMember {
  readonly administrators: readonly PersonId[];
  readonly member: NonNullable<Locked["member"]>;
}

/**
 * Locks somebody of staff for an administrator. Refuses `not-allowed`, also to an administrator who was one until a
 * moment ago, and `not-found`.
 */
export async function lockMember(work: Work<Staff>, id: PersonId): Promise<Result<LockedMember>> {
  const permitted = requirePermission(work.actor, "staff.manage", { organisationId: null });
  if (!permitted.ok) return permitted;
  const { administrators, member } = await lockStaff(work.tx, id);
  if (!administrators.includes(work.actor.personId)) return refuse({ code: "not-allowed" });
  return member === undefined ? refuse({ code: "not-found" }) : accept({ administrators, member });
}
