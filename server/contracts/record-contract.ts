import type { Contact, Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { decideRecording, type SignedOnPaper } from "../../core/contracts/recording.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { newId } from "../db/new-id.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { findOrganisation, isSignatory } from "../organisations/find-organisations.ts";
import { knownContracts } from "./known-contracts.ts";
import { findLastEnd, listPublishedYears } from "./read-contracts.ts";
import { insertOffer, saveSignature } from "./store-contracts.ts";
import { confirmRecording, insertRecording } from "./store-recordings.ts";

export interface ContractToRecord extends SignedOnPaper {
  readonly organisationId: OrganisationId;
  readonly signedBy: PersonId;
}

/**
 * Records a contract that a signatory signed on paper (K1-K4). An open offer of the same year becomes that contract.
 * Refuses `not-allowed`, `not-found`, `organisation-archived`, what core's decideRecording refuses, `invalid-input` for
 * somebody who may not sign, and `changed-meanwhile` when a colleague was quicker.
 */
export async function recordContract(
  work: Work<Staff>,
  { organisationId, signedBy, ...paper }: ContractToRecord,
): Promise<Result<ContractId>> {
  const permitted = requirePermission(work.actor, "contract.record", { organisationId });
  if (!permitted.ok) return permitted;
  const organisation = await findOrganisation(work.tx, organisationId);
  if (organisation === undefined) return refuse({ code: "not-found" });
  if (organisation.archivedAt !== null) return refuse({ code: "organisation-archived" });
  const known = await knownContracts(work, organisationId, { lock: true });
  const decided = decideRecording(paper, {
    today: localDateOf(work.now()),
    publishedYears: await listPublishedYears(work.tx),
    currentEndsOn: await findLastEnd(work.tx, organisationId),
  });
  if (!decided.ok) return decided;
  if (!(await isSignatory(work.tx, organisationId, signedBy)))
    return refuse({ code: "invalid-input", fields: { signedBy: "not-an-option" } });
  const { termsYear, signedOn } = paper;
  const period = decided.value;
  const offer = known.find(({ recorded, ...each }) => recorded.recorded === "offered" && each.termsYear === termsYear);
  const id = offer?.id ?? newId<ContractId>();
  return attempt(
    work,
    async () => {
      if (offer === undefined) await insertOffer(work.tx, { organisationId, id, termsYear, offeredAt: work.now() });
      await saveSignature(work.tx, { organisationId, id }, { ...period, signedOn, signedBy });
      await insertRecording(work.tx, {
        organisationId,
        contractId: id,
        recordedBy: work.actor.personId,
        recordedAt: work.now(),
      });
      const [startsOn, endsOn] = [period.startsOn.toString(), period.endsOn.toString()];
      await recordEvent(work, {
        kind: "contract-recorded",
        organisationId,
        subject: id,
        payload: { termsYear, startsOn, endsOn, signedOn: signedOn.toString(), signedBy },
      });
      return accept(id);
    },
    (error) => {
      const constraint = violatedConstraint(error);
      if (constraint === "archived_gets_no_contract") return refuse({ code: "organisation-archived" });
      return ["one_open_offer", "one_contract_at_a_time"].includes(constraint)
        ? refuse({ code: "changed-meanwhile" })
        : null;
    },
  );
}

/**
 * A signatory confirms that a recorded contract was signed so. Refuses `not-allowed`, and `not-found` for a contract
 * that was not recorded, or is confirmed already or withdrawn.
 */
export async function confirmContract(
  work: Work<Contact>,
  { organisationId, id }: { organisationId: OrganisationId; id: ContractId },
): Promise<Result<null>> {
  const permitted = requirePermission(work.actor, "contract.confirm", { organisationId });
  if (!permitted.ok) return permitted;
  const confirmed = await confirmRecording(
    work.tx,
    { organisationId, contractId: id },
    { by: work.actor.personId, at: work.now() },
  );
  if (!confirmed) return refuse({ code: "not-found" });
  await recordEvent(work, { kind: "contract-confirmed", organisationId, subject: id, payload: {} });
  return accept(null);
}
