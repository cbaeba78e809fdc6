import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { invitationLifetime, mailInvitation } from "../sign-in/make-invitation.ts";
import { lockMember } from "./lock-member.ts";

interface InvitingStaff {
  readonly personId: PersonId;
  readonly systemNow: Temporal.Instant;
}

/**
 * Mails somebody of staff a new invitation; the link of an earlier one works no more. Answers until when it works.
 * Refuses `not-allowed`, `not-found`, and `is-suspended` for somebody who has no access.
 */
export async function inviteStaff(
  work: Work<Staff>,
  { personId, systemNow }: InvitingStaff,
): Promise<Result<Temporal.Instant>> {
  const locked = await lockMember(work, personId);
  if (!locked.ok) return locked;
  if (locked.value.member.deactivatedAt !== null) return refuse({ code: "is-suspended" });
  return accept(await mailInvitation(work, { personId, lifetime: invitationLifetime, systemNow }));
}
