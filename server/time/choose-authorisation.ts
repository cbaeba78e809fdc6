import { entryAuthorisation } from "../../core/authorisations/entry-authorisation.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { type Authorisation, listAuthorisations } from "../authorisations/list-authorisations.ts";
import type { Transaction } from "../db/connect.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";

/** The chosen authorisation of new work: an id, null for none, undefined for the newest in force. */
export type ChosenAuthorisation = AuthorisationId | null | undefined;

/** The authorisation that new work on a ticket names (T3). Refuses `authorisation-not-in-force`. */
export async function chooseAuthorisation(
  tx: Transaction,
  ticket: TicketRow,
  chosen: ChosenAuthorisation,
): Promise<Result<Authorisation | null>> {
  return entryAuthorisation(await listAuthorisations(tx, ticket), chosen);
}
