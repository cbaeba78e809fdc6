import { addendumOn } from "../../core/contracts/addendum.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { findContractFrom, findOpenAddendum, listSignedAddenda } from "./store-addenda.ts";

export { findContractFrom, findOpenAddendum, listSignedAddenda };

/** The addendum for visits and costs of a local date; null for none (A3). */
export async function findAddendumOn(tx: Transaction, organisationId: OrganisationId, on: Temporal.PlainDate) {
  return addendumOn(await listSignedAddenda(tx, organisationId), on);
}

export type AddendumInForce = NonNullable<Awaited<ReturnType<typeof findAddendumOn>>>;
export type OpenAddendum = NonNullable<Awaited<ReturnType<typeof findOpenAddendum>>>;
