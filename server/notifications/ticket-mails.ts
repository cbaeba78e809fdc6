import { paths } from "../faces/paths.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { formatSize } from "../../core/values/format.ts";
import { noticeMessages } from "./notices.messages.ts";
import type { FileTold, TicketTold } from "./read-subjects.ts";
import type { RecordedEvent } from "./read-event.ts";
import type { Receiver } from "./read-receivers.ts";
import type { TicketEvent } from "../events/catalogue/visible.ts";
import { type Telling, wordForContact } from "./word-for-contact.ts";
import { wordForStaff } from "./word-for-staff.ts";

export interface TicketNews {
  readonly event: RecordedEvent;
  readonly happening: TicketEvent;
  readonly ticket: TicketTold;
  readonly organisation: string;
  /** The holders of seats. */
  readonly contacts: readonly Receiver[];
  /** The files that came with the event. */
  readonly files: readonly FileTold[];
  /** The host in message ids. */
  readonly host: string;
}

/**
 * The receivers of a mail about a ticket's event: every contact, including its author, so that each has the whole
 * thread (P3); and the ticket's consultant for a customer's action they may be waiting for.
 */
export function ticketReceivers(news: TicketNews): readonly Receiver[] {
  const { contacts, ticket, event } = news;
  const assignee = event.byContact ? ticket.assignee : null;
  return [...contacts, ...(assignee === null || staffMail(news, assignee) === null ? [] : [assignee])];
}

/** The mail to one receiver; null for staff who need none about this event. */
export function ticketMail(news: TicketNews, receiver: Receiver): OutgoingMail | null {
  return news.contacts.some(({ id }) => id === receiver.id) ? contactMail(news, receiver) : staffMail(news, receiver);
}

const closing: ReadonlySet<TicketEvent["kind"]> = new Set([
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
  // The portal offers no answer to a closed ticket either.
  const isClosed = closing.has(happening.kind);
  return {
    ...envelope(news, receiver),
    paragraphs: [
      words.hello(receiver.name),
      ...paragraphs,
      ...namedFiles(news.files, receiver.language),
      isClosed ? words.notByMailClosed : words.notByMail,
    ],
    link: { label, path: paths.portal.ticket(ticket.reference) },
  };
}

function staffMail(news: TicketNews, receiver: Receiver): OutgoingMail | null {
  const words = noticeMessages(receiver.language);
  const paragraphs = wordForStaff(news.happening, tellingTo(news, receiver), news.organisation);
  if (paragraphs === null) return null;
  return {
    ...envelope(news, receiver),
    paragraphs: [...paragraphs, ...namedFiles(news.files, receiver.language)],
    link: { label: words.openTicket, path: paths.desk.ticket(news.ticket.reference) },
  };
}

const mostNamed = 20;

/** The files by name and size. The files themselves stay in the ticket, behind its own checks. */
function namedFiles(files: readonly FileTold[], language: Receiver["language"]): readonly string[] {
  if (files.length === 0) return [];
  const words = noticeMessages(language);
  const named = files
    .slice(0, mostNamed)
    .map(({ name, sizeBytes }) => `- ${plainLine(name)} (${formatSize(sizeBytes, language)})`);
  const more = files.length > mostNamed ? [`- ${words.moreFiles(files.length - mostNamed)}`] : [];
  return [[words.files(files.length), ...named, ...more].join("\n")];
}

function tellingTo({ event, happening, ticket, contacts }: TicketNews, receiver: Receiver): Telling {
  const words = noticeMessages(receiver.language);
  const agreedBy =
    happening.kind === "ticket-outside-hours-agreed" && happening.payload.agreedBy !== event.personId
      ? happening.payload.agreedBy
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

/** One thread per ticket and reader. Its first mail has the ticket's own id, and all others refer to it. */
function envelope({ event, ticket, host }: TicketNews, receiver: Receiver) {
  const root = `<ticket.${ticket.id}.${receiver.id}@${host}>`;
  const thread =
    event.kind === "ticket-created"
      ? { messageId: root }
      : { messageId: `<event.${event.id}.${receiver.id}@${host}>`, inReplyTo: root, references: [root] };
  return {
    to: { name: plainLine(receiver.name), address: receiver.mailAddress },
    language: receiver.language,
    // The same in every mail of the thread, because many mail programs also sort by it.
    subject: plainLine(`[${ticket.reference}] ${ticket.title}`),
    writtenAt: event.at,
    ...thread,
  };
}
