import { localDateOf } from "../../core/calendar/time-zone.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { type ContractInForce, findContractOn } from "./read-contracts.ts";

/** The contract in force at an instant. Refuses `no-contract` with the date (K1, K4). */
export async function contractAt(
  tx: Transaction,
  organisationId: OrganisationId,
  at: Temporal.Instant,
): Promise<Result<ContractInForce>> {
  const on = localDateOf(at);
  const contract = await findContractOn(tx, organisationId, on);
  return contract === null ? refuse({ code: "no-contract", on: on.toString() }) : accept(contract);
}
