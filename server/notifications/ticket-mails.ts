import { paths } from "../faces/paths.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { noticeMessages } from "./notices.messages.ts";
import type { Happened, Receiver, TicketTold } from "./store.ts";
import type { TicketHappening } from "./ticket-happening.ts";
import { type Telling, wordForContact } from "./word-for-contact.ts";
import { wordForStaff } from "./word-for-staff.ts";

export interface TicketNews {
  readonly event: Happened;
  readonly happening: TicketHappening;
  readonly ticket: TicketTold;
  readonly organisation: string;
  readonly contacts: readonly Receiver[];
  /** The host in message ids. */
  readonly host: string;
}

/**
 * The mails about something that happened to a ticket: one to each contact, whoever did it, so that both have the whole
 * thread (P3); and one to the consultant who handles it when a customer did something they may be waiting for.
 */
export function ticketMails(news: TicketNews): readonly OutgoingMail[] {
  const { contacts, ticket, event } = news;
  const assignee = event.byContact ? ticket.assignee : null;
  return [
    ...contacts.map((receiver) => contactMail(news, receiver)),
    ...(assignee === null ? [] : staffMail(news, assignee)),
  ];
}

const closing: ReadonlySet<TicketHappening["kind"]> = new Set([
  "ticket-resolved",
  "ticket-withdrawn",
  "ticket-merged",
  "ticket-ended-with-contract",
]);

function contactMail(news: TicketNews, receiver: Receiver): OutgoingMail {
  const { ticket, happening } = news;
  const words = noticeMessages(receiver.language);
  const paragraphs = wordForContact(happening, tellingTo(news, receiver));
  const label = happening.kind === "authorisation-requested" ? words.decide : words.openTicket;
  // On a closed ticket there is nothing to answer in the portal either.
  const isClosed = closing.has(happening.kind);
  return {
    ...envelope(news, receiver),
    paragraphs: [words.hello(receiver.name), ...paragraphs, isClosed ? words.notByMailClosed : words.notByMail],
    link: { label, path: paths.portal.ticket(ticket.reference) },
  };
}

function staffMail(news: TicketNews, receiver: Receiver): readonly OutgoingMail[] {
  const words = noticeMessages(receiver.language);
  const paragraphs = wordForStaff(news.happening, tellingTo(news, receiver), news.organisation);
  if (paragraphs === null) return [];
  return [
    {
      ...envelope(news, receiver),
      paragraphs,
      link: { label: words.openTicket, path: paths.desk.ticket(news.ticket.reference) },
    },
  ];
}

function tellingTo({ event, happening, ticket, contacts }: TicketNews, receiver: Receiver): Telling {
  const words = noticeMessages(receiver.language);
  const agreedBy =
    happening.kind === "ticket-outside-hours-agreed" && happening.agreedBy !== event.personId
      ? happening.agreedBy
      : null;
  return {
    words,
    language: receiver.language,
    by: event.personName ?? words.somebody,
    isOwn: event.personId === receiver.id,
    reference: ticket.reference,
    agreedBy: agreedBy === null ? null : (contacts.find(({ id }) => id === agreedBy)?.name ?? words.somebody),
  };
}

/** One thread a ticket and reader: its first mail has the ticket's own id, all others refer to it. */
function envelope({ event, ticket, host }: TicketNews, receiver: Receiver) {
  const root = `<ticket.${ticket.id}.${receiver.id}@${host}>`;
  const thread =
    event.kind === "ticket-created"
      ? { messageId: root }
      : { messageId: `<event.${event.id}.${receiver.id}@${host}>`, inReplyTo: root, references: [root] };
  return {
    to: { name: plainLine(receiver.name), address: receiver.mailAddress },
    language: receiver.language,
    // The same for every mail of the thread, because many mail programs also go by it.
    subject: plainLine(`[${ticket.reference}] ${ticket.title}`),
    writtenAt: event.at,
    ...thread,
  };
}
