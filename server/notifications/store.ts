import type { Language } from "../../core/values/language.ts";
import type { InvoiceId, MessageId, OrganisationId, PersonId, TicketId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { AnyEvent } from "../events/catalogue/all.ts";
import { readEvent } from "../events/payload.ts";

/** An event with the facts for its mails. */
export type RecordedEvent = AnyEvent & {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly isVisible: boolean;
  readonly byContact: boolean;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly subject: string;
};

export interface Receiver {
  readonly id: PersonId;
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
}

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

/** A visible event with its payload; undefined for an event without mails. */
export async function findVisibleEvent(
  tx: Transaction,
  organisationId: OrganisationId,
  eventId: string,
): Promise<RecordedEvent | undefined> {
  const row = await tx
    .selectFrom("events")
    .innerJoin("event_payloads", (join) =>
      join
        .onRef("event_payloads.organisationId", "=", "events.organisationId")
        .onRef("event_payloads.eventId", "=", "events.id"),
    )
    .leftJoin("people", "people.id", "events.personId")
    .select([
      "events.id",
      "events.kind",
      "events.at",
      "events.actor",
      "events.personId",
      "events.subject",
      "events.isVisible",
      "event_payloads.payload",
      "people.name as personName",
    ])
    .where("events.organisationId", "=", organisationId)
    .where("events.id", "=", eventId)
    .where("events.isVisible", "=", true)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, at, subject, isVisible } = row;
  const event = readEvent(row);
  // The job is tried again: a newer version will read it.
  if (event === null) throw new Error(`event ${id} says what cannot be read`);
  return {
    ...event,
    id,
    at,
    subject,
    isVisible,
    byContact: row.actor === "contact",
    personId: row.personId,
    personName: row.personName,
  };
}

/** The thing an event is about. */
export async function findEventSubject(
  tx: Transaction,
  organisationId: OrganisationId,
  eventId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("events")
    .select("subject")
    .where("organisationId", "=", organisationId)
    .where("id", "=", eventId)
    .executeTakeFirst();
  return row?.subject;
}

/** The present holders of seats. A former contact gets no more mail (R03). */
export async function listSeated(tx: Transaction, organisationId: OrganisationId): Promise<Receiver[]> {
  return tx
    .selectFrom("seats")
    .innerJoin("people", "people.id", "seats.personId")
    .select(["people.id", "people.name", "people.mailAddress", "people.language"])
    .where("seats.organisationId", "=", organisationId)
    .where("people.deactivatedAt", "is", null)
    .orderBy("seats.seatNumber")
    .execute();
}

/** A person of staff, if they still are. */
export async function findStaffTold(tx: Transaction, id: PersonId): Promise<Receiver | undefined> {
  return tx
    .selectFrom("people")
    .select(["id", "name", "mailAddress", "language"])
    .where("id", "=", id)
    .where("staffRole", "is not", null)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
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

export async function findOrganisationTold(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("organisations")
    .select(["name", "invoiceMailAddress", "language"])
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
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
