import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { insertTicketArticle } from "./store.ts";

/** Ties an article to a ticket that it solved. */
export async function linkArticle(
  tx: Transaction,
  { organisationId, ticketId, articleId }: { organisationId: OrganisationId; ticketId: TicketId; articleId: string },
): Promise<void> {
  await insertTicketArticle(tx, { organisationId, ticketId, articleId });
}
