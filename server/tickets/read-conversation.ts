import { sql } from "kysely";
import type { AttachmentId } from "../../core/values/ids.ts";
import { type Statements, compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isBefore, type PageKey } from "../db/page-key.ts";
import { kindOf } from "../files/kinds.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "./read-ticket.ts";

export interface AttachedFile {
  readonly id: string;
  readonly messageId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly isPicture: boolean;
  readonly sizeBytes: number;
}

function messagesOf(from: Statements, ticket: TicketKey, limit: number) {
  return from
    .selectFrom("ticket_messages")
    .select([
      "ticket_messages.id",
      "authorId",
      "authorIsStaff",
      "body",
      "markup",
      "isSolution",
      "writtenAt",
      nameOf("authorId").as("authorName"),
    ])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .orderBy("writtenAt", "desc")
    .orderBy("ticket_messages.id", "desc")
    .limit(limit);
}

const newestMessages = compiled(messagesOf);
const messagesBefore = compiled((from, ticket: TicketKey, limit: number, before: PageKey) =>
  messagesOf(from, ticket, limit).where(isBefore({ at: "writtenAt", id: "ticket_messages.id" }, before)),
);

/** The newest messages of a ticket before a key, oldest first, and the key of the earlier page. */
export async function listMessages(
  tx: Transaction,
  ticket: TicketKey,
  page: { before: PageKey | null; limit: number },
) {
  const { before } = page;
  const limit = page.limit + 1;
  const rows = await (before === null ? newestMessages(tx, ticket, limit) : messagesBefore(tx, ticket, limit, before));
  const { shown, next } = cutPage(rows, page.limit, (oldest) => ({ at: oldest.writtenAt, id: oldest.id }));
  return { messages: shown.toReversed(), earlier: next };
}

export type ReadMessage = Awaited<ReturnType<typeof listMessages>>["messages"][number];

const attachmentsOf = compiled((from, ticket: TicketKey, messageIds: readonly string[]) =>
  from
    .selectFrom("attachments")
    .select(["id", "messageId", "name", "mediaType", "sizeBytes"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where(sql<boolean>`(message_id is null or message_id = any(${messageIds}::uuid[]))`)
    // Files sent together arrive in any order. By name they stand as on their owner's machine.
    .orderBy("name")
    .orderBy("id")
    .limit(500),
);

/** The files of a ticket's description and of its shown messages. */
export async function listAttachments(
  tx: Transaction,
  ticket: TicketKey,
  messages: readonly ReadMessage[],
): Promise<readonly AttachedFile[]> {
  const rows = await attachmentsOf(
    tx,
    ticket,
    messages.map((message) => message.id),
  );
  return rows.map((row) => ({
    id: row.id,
    messageId: row.messageId,
    name: row.name,
    mediaType: row.mediaType,
    isPicture: kindOf(row.mediaType).isPicture,
    sizeBytes: Number(row.sizeBytes),
  }));
}

/** A page of a ticket's messages with their files. */
export async function readConversation(
  tx: Transaction,
  ticket: TicketKey,
  page: { before: PageKey | null; limit: number },
) {
  const { messages, earlier } = await listMessages(tx, ticket, page);
  return { messages, earlier, attachments: await listAttachments(tx, ticket, messages) };
}

/** One attachment of a ticket with the place of its bytes; undefined if the ticket has none of that id. */
export async function findAttachment(tx: Transaction, reference: string, id: string) {
  return tx
    .selectFrom("attachments")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "attachments.organisationId")
        .onRef("tickets.id", "=", "attachments.ticketId"),
    )
    .select(["attachments.name", "attachments.mediaType", "attachments.storageKey", "attachments.organisationId"])
    .where("tickets.reference", "=", reference)
    .where("attachments.id", "=", sql<AttachmentId>`${id}::uuid`)
    .executeTakeFirst();
}
