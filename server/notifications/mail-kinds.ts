import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { inTransaction } from "../db/transaction.ts";
import type { System } from "../../core/access/actor.ts";
import type { Work } from "../events/work.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import type { DueMail } from "../mail/due-mail.ts";
import type { MailKind } from "../mail/send-mail.ts";
import type { Services } from "../services.ts";
import { accessMail } from "./access-mails.ts";
import { messageHost, type News, readNews } from "./event-told.ts";
import { invoiceMail } from "./invoice-mails.ts";
import { findEventSubject } from "./read-event.ts";
import { findStaffTold, type Receiver } from "./read-receivers.ts";
import { ticketMail } from "./ticket-mails.ts";

interface InvoicePlace {
  readonly organisationId: OrganisationId;
  readonly invoiceId: InvoiceId;
}

/** The functions of nouns for this room, passed in so that it does not know the nouns. */
export interface Reactions {
  readonly invoicePdf: (place: InvoicePlace) => Promise<Uint8Array>;
  /** Called when the mail server accepted an invoice's mail. */
  readonly invoiceSent: (work: Work<System>, place: InvoicePlace) => Promise<void>;
}

type Needs = Pick<Services, "databases" | "publicUrl">;
type Told = { readonly news: News; readonly staff: Receiver | undefined };

/** The mails about events, written from the event at sending time. */
export function noticeMails(services: Needs): MailKind {
  return {
    compose: async (mail) => {
      const told = await readTold(services, mail);
      if (told === null || mail.personId === null) return null;
      if (told.news.about === "access") return accessMail(told.news.access, mail.personId);
      if (told.news.about !== "ticket") return null;
      const { ticket } = told.news;
      const receiver = ticket.contacts.find(({ id }) => id === mail.personId) ?? told.staff;
      return receiver === undefined ? null : ticketMail(ticket, receiver);
    },
  };
}

/** The mails with issued invoices. */
export function invoiceMails(services: Needs, reactions: Reactions): MailKind {
  return {
    compose: async (mail): Promise<OutgoingMail | null> => {
      const told = await readTold(services, mail);
      if (told === null || told.news.about !== "invoice" || mail.organisationId === null) return null;
      const { invoice } = told.news;
      const place = { organisationId: mail.organisationId, invoiceId: invoice.invoice.id };
      return invoiceMail(invoice, mail.personId, await reactions.invoicePdf(place));
    },
    accepted: async (work, { organisationId, aboutId }) => {
      if (organisationId === null) return;
      const subject = await findEventSubject(work.tx, organisationId, aboutId);
      if (subject !== undefined) await reactions.invoiceSent(work, { organisationId, invoiceId: subject as InvoiceId });
    },
  };
}

async function readTold({ databases, publicUrl }: Needs, mail: DueMail): Promise<Told | null> {
  const { organisationId, aboutId, personId } = mail;
  if (organisationId === null) return null;
  return inTransaction(databases, { kind: "system" }, async (tx) => {
    const news = await readNews(tx, { organisationId, eventId: aboutId }, messageHost(publicUrl));
    if (news === null) return null;
    return { news, staff: personId === null ? undefined : await findStaffTold(tx, personId) };
  });
}
