import type { InvoiceId, MessageId, OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Receiver } from "./read-receivers.ts";

export interface TicketTold {
  readonly id: TicketId;
  readonly reference: string;
  readonly title: string;
  readonly assignee: Receiver | null;
}

export interface InvoiceTold {
  readonly id: InvoiceId;
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly month: string;
  readonly totalCents: bigint;
  readonly dueOn: Temporal.PlainDate;
  /** For a credit by a person: its invoice, reason and effect (CE7). */
  readonly credit: { readonly of: string; readonly mode: "rebill" | "forgive"; readonly reason: string } | null;
}

/** A file of a message. Its mail names it. */
export interface FileTold {
  readonly name: string;
  readonly sizeBytes: number;
}

/** The files of a message or, without a message, of the ticket's description. */
export async function listFilesTold(
  tx: Transaction,
  ticket: { readonly organisationId: OrganisationId; readonly id: TicketId; readonly messageId: MessageId | null },
): Promise<FileTold[]> {
  const rows = await tx
    .selectFrom("attachments")
    .select(["name", "sizeBytes"])
    .where("organisationId", "=", ticket.organisationId)
    .where("ticketId", "=", ticket.id)
    .where("messageId", "is not distinct from", ticket.messageId)
    .orderBy("name")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(({ name, sizeBytes: size }) => ({ name, sizeBytes: Number(size) }));
}

export async function findTicketTold(
  tx: Transaction,
  organisationId: OrganisationId,
  id: string,
): Promise<TicketTold | undefined> {
  const row = await tx
    .selectFrom("tickets")
    .leftJoin("people", (join) =>
      join.onRef("people.id", "=", "tickets.assigneeId").on("people.deactivatedAt", "is", null),
    )
    .select([
      "tickets.id",
      "tickets.reference",
      "tickets.title",
      "people.id as assigneeId",
      "people.name",
      "people.mailAddress",
      "people.language",
    ])
    .where("tickets.organisationId", "=", organisationId)
    .where("tickets.id", "=", id as TicketId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id: ticketId, reference, title, assigneeId, name, mailAddress, language } = row;
  const assignee =
    assigneeId === null || name === null || mailAddress === null || language === null
      ? null
      : { id: assigneeId, name, mailAddress, language };
  return { id: ticketId, reference, title, assignee };
}

/** Whether the mail server accepted an invoice before, for anybody. */
export async function isInvoiceSent(tx: Transaction, organisationId: OrganisationId, id: InvoiceId): Promise<boolean> {
  const row = await tx
    .selectFrom("invoice_sendings")
    .select("sentAt")
    .where("organisationId", "=", organisationId)
    .where("invoiceId", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findInvoiceTold(
  tx: Transaction,
  organisationId: OrganisationId,
  id: string,
): Promise<InvoiceTold | undefined> {
  const row = await tx
    .selectFrom("invoices")
    .leftJoin("invoices as credited", (join) =>
      join
        .onRef("credited.organisationId", "=", "invoices.organisationId")
        .onRef("credited.id", "=", "invoices.creditsId"),
    )
    .select(["invoices.id", "invoices.number", "invoices.kind", "invoices.month", "invoices.totalCents"])
    .select(["invoices.dueOn", "credited.number as of", "invoices.creditMode as mode"])
    .select("invoices.creditReason as reason")
    .where("invoices.organisationId", "=", organisationId)
    .where("invoices.id", "=", id as InvoiceId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { of, mode, reason, ...invoice } = row;
  return { ...invoice, credit: of === null || mode === null || reason === null ? null : { of, mode, reason } };
}
