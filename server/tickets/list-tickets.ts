import { type SqlBool, sql } from "kysely";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { WaitsFor } from "../../core/tickets/progress.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isBefore, type PageKey } from "../db/page-key.ts";

/** A ticket as a row of a customer's list. */
const listed = [
  "id",
  "reference",
  "title",
  "step",
  "status",
  "waitingSince",
  "outcome",
  "pickedUpAt",
  "assigneeId",
  "numberInMonth",
  "month",
  "isAdditional",
  "chargeableMinutes",
  "authorisedMinutes",
  "createdAt",
  "closedAt",
  "lastActivityAt",
] as const;

interface Listing {
  readonly organisationId: OrganisationId;
  readonly status: "open" | "closed" | "all";
  /**
   * `created` never changes, so that a reader of every page sees every ticket. `activity` is the usual order for
   * people.
   */
  readonly sort: "activity" | "created";
  readonly after: PageKey | null;
  readonly limit: number;
}

/** An undecided request waits for the customer, even after they wrote something that we have to read (T3). */
const isAsked = sql<SqlBool>`exists (select from authorisations a where a.organisation_id = tickets.organisation_id
  and a.ticket_id = tickets.id and a.state = 'requested' and tickets.status = 'open')`;
const turn = sql<WaitsFor>`case when ${isAsked} then 'customer' else tickets.waits_for end`.as("waitsFor");

/** Whose turn a ticket is for the customer. */
export async function turnForCustomer(
  tx: Transaction,
  ticket: { readonly organisationId: OrganisationId; readonly id: TicketId },
): Promise<WaitsFor> {
  const row = await tx
    .selectFrom("tickets")
    .select(turn)
    .where("organisationId", "=", ticket.organisationId)
    .where("id", "=", ticket.id)
    .executeTakeFirstOrThrow();
  return row.waitsFor;
}

/**
 * An organisation's tickets by creation or by activity, which for closed ones is their closing; newest first, one page.
 */
export async function listTickets(tx: Transaction, { organisationId, status, sort, after, limit }: Listing) {
  const lastActivity = status === "closed" ? "closedAt" : "lastActivityAt";
  const at = sort === "created" ? "createdAt" : lastActivity;
  let query = tx.selectFrom("tickets").select(listed).select(turn).where("organisationId", "=", organisationId);
  // A literal, so that a statement that was planned once finds the index.
  if (status !== "all") query = query.where("status", "=", sql.lit(status));
  if (after !== null) query = query.where(isBefore({ at, id: "id" }, after));
  const rows = await query
    .orderBy(at, "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const { shown, next } = cutPage(rows, limit, (last) => ({ at: last[at], id: last.id }));
  return { tickets: shown, next };
}

/** Open tickets with the customer's turn, longest waiting first. */
export async function listTicketsWaitingForCustomer(tx: Transaction, organisationId: OrganisationId, limit: number) {
  return tx
    .selectFrom("tickets")
    .select(listed)
    .select(turn)
    .where("organisationId", "=", organisationId)
    .where("status", "=", sql.lit("open"))
    .where("waitsFor", "=", sql.lit("customer"))
    .orderBy("waitingSince")
    .limit(limit)
    .execute();
}

/** Tickets by their ids, to name the subjects of events. */
export async function findTicketTitles(tx: Transaction, organisationId: OrganisationId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("tickets")
    .select(["id", "reference", "title"])
    .where("organisationId", "=", organisationId)
    .where(isOneOf("id", ids))
    .execute();
}

/** The reference of the ticket that this one was merged into; null for any other (T4). */
export async function duplicateReference(
  tx: Transaction,
  { organisationId, duplicateOf: id }: { organisationId: OrganisationId; duplicateOf: TicketId | null },
): Promise<string | null> {
  if (id === null) return null;
  const [found] = await findTicketTitles(tx, organisationId, [id]);
  return found?.reference ?? null;
}

export type ListedTicket = Awaited<ReturnType<typeof listTickets>>["tickets"][number];
