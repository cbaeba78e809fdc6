import type { TimeEntryId } from "../../core/values/ids.ts";
import { compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isBefore, type PageKey } from "../db/page-key.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey, TicketRow } from "../tickets/read-ticket.ts";

const mostEntries = 100;
const entriesPerPage = 40;

/** A ticket's last hundred entries, newest first. */
export async function entriesOfTicket(tx: Transaction, ticket: TicketRow) {
  return listEntries(tx, ticket, { before: null, limit: mostEntries });
}

/** A ticket's entries before a key, newest first, with voided ones. */
async function listEntries(
  tx: Transaction,
  ticket: TicketKey,
  { before, limit }: { readonly before: PageKey | null; readonly limit: number },
) {
  const at = { at: "time_entries.startsAt", id: "time_entries.id" };
  const entries = tx
    .selectFrom("time_entries")
    .select([
      "time_entries.id",
      "time_entries.consultantId",
      nameOf("time_entries.consultantId").as("consultantName"),
      "time_entries.step",
      "time_entries.startsAt as start",
      "time_entries.endsAt as end",
      "time_entries.minutes",
      "time_entries.isChargeable",
      "time_entries.reason",
      "time_entries.description",
      "time_entries.authorisationId",
      "time_entries.voidedAt",
    ])
    .where("time_entries.organisationId", "=", ticket.organisationId)
    .where("time_entries.ticketId", "=", ticket.id)
    .orderBy("time_entries.startsAt", "desc")
    .orderBy("time_entries.id", "desc")
    .limit(limit);
  return (before === null ? entries : entries.where(isBefore(at, before))).execute();
}

/** A page of a ticket's entries, newest first, and the key of the earlier page. */
export async function pageOfEntries(tx: Transaction, ticket: TicketRow, before: PageKey | null) {
  const rows = await listEntries(tx, ticket, { before, limit: entriesPerPage + 1 });
  const { shown, next } = cutPage(rows, entriesPerPage, (last) => ({ at: last.start, id: last.id }));
  return { entries: shown, earlier: next };
}

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number];

const sumOfResearch = compiledOne((from, ticket: TicketKey) =>
  from
    .selectFrom("time_entries")
    .select((query) => query.fn.sum<bigint | null>("minutes").as("minutes"))
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("step", "=", "research")
    .where("voidedAt", "is", null),
);

/** All research of a ticket in minutes, charged or not (D2). */
export async function sumResearch(tx: Transaction, ticket: TicketKey): Promise<number> {
  const row = await sumOfResearch(tx, ticket);
  return Number(row?.minutes ?? 0n);
}

export async function findEntry(tx: Transaction, ticket: TicketKey, id: string) {
  return tx
    .selectFrom("time_entries")
    .selectAll()
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("id", "=", id as TimeEntryId)
    .executeTakeFirst();
}
