import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff, System } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { type AddendumTerms, checkAddendumTerms } from "../../core/contracts/addendum.ts";
import type { AddendumId, OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import { attempt, type Work } from "../events/work.ts";
import { addendumTermsToJson } from "./addendum-schema.ts";
import { findContractFrom } from "./read-addenda.ts";
import { lockAddendum } from "./lock-addendum.ts";
import { insertAddendum, saveAddendumWithdrawal } from "./store-addenda.ts";

interface AddendumOffer {
  readonly organisationId: OrganisationId;
  readonly terms: AddendumTerms;
}

/**
 * Offers an addendum for work on site under the contract in force or, without one, the next (A3). A signatory then
 * signs it. Refuses `not-allowed`, `invalid-input` by number, `no-contract`, and `addendum-open` while another waits
 * for a signature.
 */
export async function offerAddendum(
  work: Work<Staff | System>,
  { organisationId, terms }: AddendumOffer,
): Promise<Result<{ id: AddendumId }>> {
  const permitted = requirePermission(work.actor, "addendum.offer", { organisationId });
  if (!permitted.ok) return permitted;
  const checked = checkAddendumTerms(terms);
  if (!checked.ok) return checked;
  const today = localDateOf(work.now());
  const contract = await findContractFrom(work.tx, organisationId, today);
  if (contract === null) return refuse({ code: "no-contract", on: today.toString() });
  const id = newId<AddendumId>();
  const offeredBy = work.actor.kind === "system" ? null : work.actor.personId;
  return attempt(
    work,
    async () => {
      const offer = { organisationId, id, contractId: contract.id, terms, offeredBy, offeredAt: work.now() };
      await insertAddendum(work.tx, offer);
      await recordEvent(work, {
        kind: "contract-addendum-offered",
        organisationId,
        subject: id,
        payload: { contractId: contract.id, terms: addendumTermsToJson(terms) },
      });
      return accept({ id });
    },
    (error) => (violatedConstraint(error) === "one_open_addendum" ? refuse({ code: "addendum-open" }) : null),
  );
}

/**
 * Withdraws an addendum before it is signed (A3). Refuses `not-allowed`, `not-found`, and `changed-meanwhile` for a
 * settled one.
 */
export async function withdrawAddendum(
  work: Work<Staff>,
  { organisationId, id }: { organisationId: OrganisationId; id: string },
): Promise<Result<null>> {
  const locked = await lockAddendum(work, { organisationId, id }, "addendum.withdraw");
  if (!locked.ok) return locked;
  const addendum = locked.value;
  await saveAddendumWithdrawal(work.tx, { organisationId, id: addendum.id }, work.now());
  await recordEvent(work, {
    kind: "contract-addendum-withdrawn",
    organisationId,
    subject: addendum.id,
    payload: {},
  });
  return accept(null);
}
