import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact, System } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { decideAddendum } from "../../core/contracts/addendum.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { isSignatory } from "../organisations/find-organisations.ts";
import { lockAddendum } from "./lock-addendum.ts";
import { saveAddendumSignature } from "./store-addenda.ts";

interface Signing {
  readonly organisationId: OrganisationId;
  readonly id: string;
  readonly signedBy: PersonId;
}

/**
 * Records that a signatory signed an addendum, from today on or from the start of its contract (A3). Refuses
 * `not-allowed` to a person who may not sign for the organisation, `not-found`, and what core's decideAddendum refuses.
 */
export async function signAddendum(
  work: Work<Contact | System>,
  { organisationId, id, signedBy }: Signing,
): Promise<Result<ContractPeriod>> {
  const permitted = requirePermission(work.actor, "addendum.sign", { organisationId });
  if (!permitted.ok) return permitted;
  if (!(await isSignatory(work.tx, organisationId, signedBy))) return refuse({ code: "not-allowed" });
  const locked = await lockAddendum(work, { organisationId, id }, "addendum.sign");
  if (!locked.ok) return locked;
  const addendum = locked.value;
  const signedOn = localDateOf(work.now());
  const period = decideAddendum(addendum.recorded, addendum.contract, signedOn);
  if (!period.ok) return period;
  await saveAddendumSignature(work.tx, { organisationId, id: addendum.id }, { ...period.value, signedOn, signedBy });
  await recordEvent(work, {
    kind: "contract-addendum-signed",
    organisationId,
    subject: addendum.id,
    payload: { startsOn: period.value.startsOn.toString(), endsOn: period.value.endsOn.toString() },
  });
  return period;
}
