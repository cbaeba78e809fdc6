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
import { findAnybodyByAddress } from "../people/read-people.ts";
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
 * when somebody has the address: a colleague, also a suspended one (`already-staff`), or somebody of a customer
 * (`is-contact`).
 */
export async function addStaff(work: Work<Staff>, { role, systemNow, ...person }: NewStaff): Promise<Result<PersonId>> {
  const permitted = requirePermission(work.actor, "staff.manage", { organisationId: null });
  if (!permitted.ok) return permitted;
  const { name, mailAddress: typed, language, weeklyMinutes } = person;
  const mailAddress = typed.toLowerCase();
  const isFree = async (): Promise<Result<null>> => {
    const known = await findAnybodyByAddress(work.tx, mailAddress);
    if (known === undefined) return accept(null);
    const problem = known.staffRole === null ? "is-contact" : "already-staff";
    return refuse({ code: "invalid-input", fields: { mailAddress: problem } });
  };
  return attempt(
    work,
    async () => {
      const free = await isFree();
      if (!free.ok) return free;
      const id = await addPerson(work, {
        name,
        mailAddress,
        language,
        staffRole: role,
        weeklyCapacityMinutes: weeklyMinutes,
      });
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
      const free = await isFree();
      return free.ok ? null : free;
    },
  );
}
