import type { Staff, System } from "../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { insertSignatory } from "./store.ts";

/** Appoints a person who may sign, terminate and assign seats for an organisation (P2). */
export async function appointSignatory(
  work: Work<Staff | System>,
  place: { organisationId: OrganisationId; personId: PersonId },
): Promise<void> {
  await insertSignatory(work.tx, { ...place, appointedAt: work.now() });
  await recordAppointed(work, place);
}

/** Records who may sign from now on. */
export async function recordAppointed(
  work: Work,
  { organisationId, personId }: { readonly organisationId: OrganisationId; readonly personId: PersonId },
): Promise<void> {
  await recordEvent(work, {
    kind: "signatory-appointed",
    organisationId,
    subject: personId,
    payload: { after: personId },
  });
}
