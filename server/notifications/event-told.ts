import { informedOf } from "../../core/organisations/informed.ts";
import type { MessageId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { type AccessNews, isAccessEvent, readAccess } from "./access-mails.ts";
import type { InvoiceNews } from "./invoice-mails.ts";
import { findInvoiceTold, findTicketTold, listFilesTold } from "./read-subjects.ts";
import { findOrganisationTold, listSeated } from "./read-receivers.ts";
import { findToldEvent } from "./read-event.ts";
import { isTicketEvent, type TicketEvent } from "../events/catalogue/visible.ts";
import type { TicketNews } from "./ticket-mails.ts";

export interface ToldEvent {
  readonly organisationId: OrganisationId;
  readonly eventId: string;
}

export type News =
  | { readonly about: "ticket"; readonly ticket: TicketNews }
  | { readonly about: "invoice"; readonly invoice: InvoiceNews }
  | { readonly about: "access"; readonly access: AccessNews };

/**
 * An event that mails people, with the content of its mails, as of now: seats, names and addresses. Null for an event
 * without mails.
 */
export async function readNews(
  tx: Transaction,
  { organisationId, eventId }: ToldEvent,
  host: string,
): Promise<News | null> {
  const event = await findToldEvent(tx, organisationId, eventId);
  const organisation = await findOrganisationTold(tx, organisationId);
  if (event === undefined || organisation === undefined) return null;
  const contacts = informedOf(event, await listSeated(tx, organisationId));
  if (event.kind === "invoice-issued" || event.kind === "invoice-credited") {
    const invoice = await findInvoiceTold(tx, organisationId, event.subject);
    return invoice === undefined
      ? null
      : { about: "invoice", invoice: { event, invoice, organisation, contacts, host } };
  }
  if (isAccessEvent(event)) return { about: "access", access: await readAccess(tx, { organisationId, event, host }) };
  if (!isTicketEvent(event)) return null;
  const ticket = await findTicketTold(tx, organisationId, event.subject);
  if (ticket === undefined) return null;
  const files = bringsFiles(event)
    ? await listFilesTold(tx, { organisationId, id: ticket.id, messageId: messageOf(event) })
    : [];
  return {
    about: "ticket",
    ticket: { event, happening: event, ticket, organisation: organisation.name, contacts, files, host },
  };
}

function bringsFiles(happening: TicketEvent): boolean {
  return happening.kind === "ticket-created" || messageOf(happening) !== null;
}

function messageOf(happening: TicketEvent): MessageId | null {
  return happening.kind === "ticket-replied" ? happening.payload.messageId : null;
}

/** The host in message ids. It belongs to us. */
export function messageHost(publicUrl: string): string {
  return new URL(publicUrl).hostname.replaceAll(/[^A-Za-z0-9.-]/g, "");
}
