import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Language } from "../../core/values/language.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { addPerson } from "../people/add-person.ts";
import type { MailAddress } from "../people/mail-address.ts";
import { changePerson } from "../people/change-person.ts";
import { findAnybodyByAddress, findMemberships } from "../people/read-people.ts";
import { endAccess } from "../sign-in/end-access.ts";
import { invitationLifetime, mailInvitation } from "../sign-in/make-invitation.ts";

export interface NewStaff {
  readonly name: string;
  readonly mailAddress: MailAddress;
  readonly role: "consultant" | "administrator";
  readonly language: Language;
  readonly weeklyMinutes: number;
  readonly systemNow: Temporal.Instant;
}

/**
 * Adds a consultant or an administrator, and mails the person an invitation. Refuses `not-allowed`, and `invalid-input`
 * when somebody has the address: a colleague, also a suspended one (`already-staff`), or somebody with a place at a
 * customer (`is-contact`). Somebody without a place any more becomes the colleague, and every earlier way in ends.
 */
export async function addStaff(work: Work<Staff>, { role, systemNow, ...person }: NewStaff): Promise<Result<PersonId>> {
  const permitted = requirePermission(work.actor, "staff.manage", { organisationId: null });
  if (!permitted.ok) return permitted;
  const { name, mailAddress: typed, language, weeklyMinutes } = person;
  const mailAddress = typed.toLowerCase();
  /** Whoever may become the colleague: null for somebody new, or somebody who once had a place at a customer. */
  const findFree = async (): Promise<Result<PersonId | null>> => {
    const known = await findAnybodyByAddress(work.tx, mailAddress);
    if (known === undefined) return accept(null);
    const isContact = known.staffRole === null && (await findMemberships(work.tx, known.id)).length > 0;
    if (known.staffRole === null && !isContact) return accept(known.id);
    return refuse({ code: "invalid-input", fields: { mailAddress: isContact ? "is-contact" : "already-staff" } });
  };
  return attempt(
    work,
    async () => {
      const free = await findFree();
      if (!free.ok) return free;
      const about = { name, staffRole: role, weeklyCapacityMinutes: weeklyMinutes };
      if (free.value !== null) {
        await endAccess(work.tx, free.value, systemNow);
        await changePerson(work.tx, free.value, { ...about, deactivatedAt: null });
      }
      const id = free.value ?? (await addPerson(work, { ...about, mailAddress, language }));
      await recordEvent(work, {
        kind: "staff-added",
        organisationId: null,
        subject: id,
        payload: { name, mailAddress, role, language, weeklyMinutes },
      });
      await mailInvitation(work, { personId: id, lifetime: invitationLifetime, systemNow });
      return accept(id);
    },
    // A colleague was quicker.
    async (error) => {
      if (violatedConstraint(error) !== "people_mail_address_key") return null;
      const free = await findFree();
      return free.ok ? null : free;
    },
  );
}
