import { requirePermission } from "../../core/access/can.ts";
import { decideAppointment, decideWithdrawal } from "../../core/organisations/signatories.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { recordAppointed } from "./appoint-signatory.ts";
import { findNamed, type NamedPerson } from "./designate.ts";
import { signatoryIds } from "./list-seats.ts";
import { addSignatory, holdPeople, removeSignatory } from "./designating.ts";

/**
 * Appoints somebody who is named by their address as a signatory (P2). Refuses `not-allowed` to anybody but a signatory
 * or an administrator, `not-found`, `already-signatory`, and `invalid-input` with `gets-no-access` for an address that
 * no contact can have.
 */
export async function appointNamed(
  work: Work,
  { organisationId, person }: { readonly organisationId: OrganisationId; readonly person: NamedPerson },
): Promise<Result<PersonId>> {
  const allowed = requirePermission(work.actor, "signatory.appoint", { organisationId });
  if (!allowed.ok) return allowed;
  if (!(await holdPeople(work.tx, organisationId))) return refuse({ code: "not-allowed" });
  const personId = await findNamed(work, organisationId, person);
  if (!personId.ok) return personId;
  const decided = decideAppointment(await signatoryIds(work.tx, organisationId), personId.value);
  if (!decided.ok) return decided;
  await addSignatory(work.tx, organisationId, { mailAddress: person.mailAddress.toLowerCase(), at: work.now() });
  await recordAppointed(work, { organisationId, personId: personId.value });
  return personId;
}

/**
 * Withdraws a signatory, who keeps their seat if they have one (P2). Refuses `not-allowed`, `not-signatory`,
 * `own-signature`, and `last-signatory`: somebody can always sign.
 */
export async function withdrawSignatory(
  work: Work,
  { organisationId, personId }: { readonly organisationId: OrganisationId; readonly personId: PersonId },
): Promise<Result<null>> {
  const allowed = requirePermission(work.actor, "signatory.withdraw", { organisationId });
  if (!allowed.ok) return allowed;
  if (!(await holdPeople(work.tx, organisationId))) return refuse({ code: "not-allowed" });
  const by = work.actor.kind === "system" ? null : work.actor.personId;
  const decided = decideWithdrawal(await signatoryIds(work.tx, organisationId), { personId, by });
  if (!decided.ok) return decided;
  return attempt(
    work,
    async () => {
      await removeSignatory(work.tx, organisationId, personId);
      await recordEvent(work, {
        kind: "signatory-withdrawn",
        organisationId,
        subject: personId,
        payload: { before: personId },
      });
      return accept(null);
    },
    (error) => (violatedConstraint(error) === "signatory_remains" ? refuse({ code: "last-signatory" }) : null),
  );
}
