import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import { attempt, type Work } from "../events/work.ts";
import { findOrganisation } from "../organisations/find-organisations.ts";
import { knownContracts, offerUnder } from "./known-contracts.ts";
import { lockContract } from "./lock-contract.ts";
import { insertOffer, saveWithdrawal } from "./store-contracts.ts";

/**
 * Offers an organisation a contract under the published terms of a year, possibly as the renewal of the running one
 * (K1, K5). Refuses `not-allowed`, `not-found`, `organisation-archived`, what core's decideOffer refuses, and
 * `changed-meanwhile` when a colleague was quicker.
 */
export async function offerContract(
  work: Work<Staff>,
  { organisationId, termsYear }: { organisationId: OrganisationId; termsYear: number },
): Promise<Result<ContractId>> {
  const permitted = requirePermission(work.actor, "contract.offer", { organisationId });
  if (!permitted.ok) return permitted;
  const organisation = await findOrganisation(work.tx, organisationId);
  if (organisation === undefined) return refuse({ code: "not-found" });
  if (organisation.archivedAt !== null) return refuse({ code: "organisation-archived" });
  const known = await knownContracts(work, organisationId, { lock: true });
  const decided = await offerUnder(work, known, termsYear);
  if (!decided.ok) return decided;
  const id = newId<ContractId>();
  return attempt(
    work,
    async () => {
      await insertOffer(work.tx, { organisationId, id, termsYear, offeredAt: work.now() });
      await recordEvent(work, {
        kind: "contract-offered",
        organisationId,
        subject: id,
        payload: { termsYear },
      });
      return accept(id);
    },
    (error) => {
      const constraint = violatedConstraint(error);
      if (constraint === "archived_gets_no_contract") return refuse({ code: "organisation-archived" });
      return constraint === "one_open_offer" ? refuse({ code: "changed-meanwhile" }) : null;
    },
  );
}

/** Withdraws an unsigned offer (K1). Refuses `not-allowed`, `not-found`, `transition-refused`. */
export async function withdrawOffer(
  work: Work<Staff>,
  place: { organisationId: OrganisationId; id: string },
): Promise<Result<null>> {
  const { organisationId } = place;
  const locked = await lockContract(work, place, "contract.withdraw");
  if (!locked.ok) return locked;
  const { id, termsYear } = locked.value;
  await saveWithdrawal(work.tx, { organisationId, id }, work.now());
  await recordEvent(work, {
    kind: "contract-withdrawn",
    organisationId,
    subject: id,
    payload: { termsYear },
  });
  return accept(null);
}
