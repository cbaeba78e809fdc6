import type { OrganisationId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";

const most = 5;

const openOf = compiled((from, organisationId: OrganisationId) =>
  from
    .selectFrom("tickets")
    .select("reference")
    .where("organisationId", "=", organisationId)
    .where("status", "=", "open")
    .orderBy("lastActivityAt", "desc")
    .orderBy("id", "desc")
    .limit(most),
);

/** The references of an organisation's open tickets, the last active ones first; at most five. */
export async function openReferencesOf(tx: Transaction, organisationId: OrganisationId): Promise<readonly string[]> {
  return (await openOf(tx, organisationId)).map(({ reference }) => reference);
}
