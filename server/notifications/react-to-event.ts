import { z } from "zod";
import { informedOf } from "../../core/organisations/informed.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { inTransaction } from "../db/transaction.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import type { Services } from "../services.ts";
import { invoiceMails } from "./invoice-mails.ts";
import { sendAll } from "./send-all.ts";
import { findInvoiceTold, findOrganisationTold, findTicketTold, findVisibleEvent, listSeated } from "./store.ts";
import { readHappening } from "./ticket-happening.ts";
import { ticketMails } from "./ticket-mails.ts";

const payloadSchema = z.strictObject({ organisationId: z.uuid(), eventId: z.uuid() });

/** What this room needs of the nouns, handed in so that it need not know them. */
export interface Reactions {
  readonly invoicePdf: (place: { organisationId: OrganisationId; invoiceId: InvoiceId }) => Promise<Uint8Array>;
  /** An invoice's mail was handed to the mail server. */
  readonly invoiceSent: (place: { organisationId: OrganisationId; invoiceId: InvoiceId }) => Promise<void>;
}

/** The job behind every visible event: tells the people it concerns (P3). Running it again sends the same mails with the same ids. */
export async function reactToEvent(services: Services, reactions: Reactions, given: unknown): Promise<void> {
  const { eventId, ...place } = payloadSchema.parse(given);
  const organisationId = place.organisationId as OrganisationId;
  const host = new URL(services.publicUrl).hostname.replaceAll(/[^A-Za-z0-9.-]/g, "");
  const told = await inTransaction(services.databases, { kind: "system" }, async (tx) =>
    gather(tx, organisationId, eventId),
  );
  if (told === null) return;
  const taken = await sendAll(services, await mailsFor({ ...told, organisationId, host, reactions }));
  if (told.invoice !== undefined && taken > 0)
    await reactions.invoiceSent({ organisationId, invoiceId: told.invoice.id });
}

type Gathered = NonNullable<Awaited<ReturnType<typeof gather>>>;

async function gather(tx: Transaction, organisationId: OrganisationId, eventId: string) {
  const event = await findVisibleEvent(tx, organisationId, eventId);
  const organisation = await findOrganisationTold(tx, organisationId);
  if (event === undefined || organisation === undefined) return null;
  const contacts = informedOf(event, await listSeated(tx, organisationId));
  if (event.kind === "invoice-issued" || event.kind === "invoice-credited")
    return {
      event,
      organisation,
      contacts,
      ticket: undefined,
      invoice: await findInvoiceTold(tx, organisationId, event.subject),
    };
  return {
    event,
    organisation,
    contacts,
    ticket: await findTicketTold(tx, organisationId, event.subject),
    invoice: undefined,
  };
}

async function mailsFor(
  known: Gathered & { organisationId: OrganisationId; host: string; reactions: Reactions },
): Promise<readonly OutgoingMail[]> {
  const { event, organisation, contacts, ticket, invoice, host } = known;
  if (invoice !== undefined) {
    const pdf = await known.reactions.invoicePdf({ organisationId: known.organisationId, invoiceId: invoice.id });
    return invoiceMails({ event, invoice, organisation, contacts, pdf, host });
  }
  const happening = ticket === undefined ? null : readHappening(event);
  if (ticket === undefined || happening === null) return [];
  return ticketMails({ event, happening, ticket, organisation: organisation.name, contacts, host });
}
