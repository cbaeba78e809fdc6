import { requirePermission } from "../../core/access/can.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { type ContractDeed, contractDeeds } from "../../core/contracts/contract-deeds.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { contractKinds, type KnownContract, knownContracts } from "./known-contracts.ts";

/**
 * A contract for a deed, locked with the organisation's others until the transaction ends (R12). Refuses
 * `not-allowed`, `not-found`, and what its state refuses, with the person who settled it.
 */
export async function lockContract(
  work: Work,
  { organisationId, id }: { readonly organisationId: OrganisationId; readonly id: string },
  deed: ContractDeed,
): Promise<Result<KnownContract>> {
  const permitted = requirePermission(work.actor, deed, { organisationId });
  if (!permitted.ok) return permitted;
  const known = await knownContracts(work, organisationId, { lock: true });
  const contract = known.find((each) => each.id === id);
  if (contract === undefined) return refuse({ code: "not-found" });
  const able = contractDeeds[deed]({ ...contract, today: localDateOf(work.now()) });
  if (able.ok) return accept(contract);
  return refuseTelling(work, able.refusal, { organisationId, subject: contract.id, kinds: contractKinds });
}
