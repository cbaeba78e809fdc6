import { type Customer, day, itemAt, type Loading, minute, textOfTime } from "./loading.ts";
import { fillText, smallTalk } from "./texts.ts";
import type { LoadedTicket } from "./tickets.ts";

/** Adds messages, notes, files and the article of a ticket. Answers the moment of the last message. */
export function addConversation(loading: Loading, customer: Customer, ticket: LoadedTicket): number {
  const { chance, plan } = loading;
  const { template, createdAt, closedAt, isPickedUp } = ticket;
  if (chance.chance(0.04)) addFile(loading, customer, ticket);
  if (!isPickedUp) return createdAt;
  const until = closedAt ?? Math.min(plan.now, createdAt + 3 * day);
  const said: { body: string; isStaff: boolean }[] = [];
  if (template.question !== undefined) {
    said.push({ body: template.question.asks, isStaff: true });
    if (ticket.waitsFor !== "customer") said.push({ body: template.question.answers, isStaff: false });
  }
  if (template.progress !== undefined) said.push({ body: template.progress, isStaff: true });
  if (chance.chance(0.004))
    for (let place = 0; place < 40; place += 1)
      said.push({ body: smallTalk(place, template), isStaff: place % 2 === 0 });
  const gap = Math.floor((until - createdAt) / (said.length + 2));
  let last = createdAt;
  for (const [place, { body, isStaff }] of said.entries()) {
    last = createdAt + (place + 1) * gap;
    addMessage(loading, customer, ticket, { body, isStaff, at: last });
  }
  if (chance.chance(0.5)) addNote(loading, customer, ticket, createdAt + Math.max(minute, Math.floor(gap / 2)));
  if (closedAt !== null && ticket.outcome !== "withdrawn") resolve(loading, customer, ticket, closedAt);
  return last;
}

interface Said {
  readonly body: string;
  readonly isStaff: boolean;
  readonly at: number;
}

function addMessage({ rows, chance }: Loading, customer: Customer, ticket: LoadedTicket, said: Said): void {
  const { isStaff, at } = said;
  const id = chance.id<string>(at);
  const body = fillText(said.body, customer, chance);
  const authorId = isStaff ? ticket.consultant : ticket.createdBy;
  rows.add("ticket_messages", {
    organisationId: customer.id,
    id,
    ticketId: ticket.id,
    authorId,
    authorIsStaff: isStaff,
    body,
    isSolution: false,
    writtenAt: textOfTime(at),
    markup: "markdown",
  });
  const waitsFor = isStaff ? "customer" : "provider";
  customer.happenings.push({
    id: chance.id(at),
    at,
    actor: isStaff ? "consultant" : "contact",
    personId: authorId,
    kind: "ticket-replied",
    subject: ticket.id,
    payload: { messageId: id, body, isStaff, waitsFor, caseNumber: null, attachments: 0 },
  });
}

function resolve(loading: Loading, customer: Customer, ticket: LoadedTicket, at: number): void {
  const { rows, chance, house } = loading;
  const { id: organisationId, happenings } = customer;
  const id = chance.id<string>(at);
  const message = fillText(ticket.template.solution, customer, chance);
  const from = { authorId: ticket.consultant, authorIsStaff: true };
  rows.add("ticket_messages", {
    organisationId,
    id,
    ticketId: ticket.id,
    ...from,
    body: message,
    isSolution: true,
    writtenAt: textOfTime(at),
    markup: "markdown",
  });
  const articleId = chance.chance(0.3) ? chance.pick(house.articles) : null;
  if (articleId !== null) rows.add("ticket_articles", { organisationId, ticketId: ticket.id, articleId });
  const { outcome } = ticket;
  const noArticleReason = articleId === null ? "Eenmalig" : null;
  happenings.push({
    id: chance.id(at),
    at,
    actor: "consultant",
    personId: ticket.consultant,
    kind: "ticket-resolved",
    subject: ticket.id,
    payload: { messageId: id, message, outcome, articleId, noArticleReason, caseNumber: null },
  });
}

function addNote({ rows, chance }: Loading, customer: Customer, ticket: LoadedTicket, at: number): void {
  const id = chance.id<string>(at);
  const body = fillText(ticket.template.note ?? ticket.template.research, customer, chance);
  const { id: organisationId, happenings } = customer;
  const authorId = ticket.consultant;
  const note = { organisationId, id, ticketId: ticket.id, authorId, body };
  rows.add("ticket_notes", { ...note, writtenAt: textOfTime(at), markup: "markdown" });
  const payload = { noteId: id, body };
  const noted = { id: chance.id<string>(at), at, actor: "consultant", personId: authorId, subject: ticket.id } as const;
  happenings.push({ ...noted, kind: "ticket-noted", payload });
}

const files = [
  { name: "schermafbeelding.png", mediaType: "image/png", sizeBytes: 184_320 },
  { name: "foutmelding.txt", mediaType: "text/plain", sizeBytes: 2048 },
  { name: "offerte.pdf", mediaType: "application/pdf", sizeBytes: 96_256 },
];

/** The row of a file. Its content is in no store. */
function addFile({ rows, chance }: Loading, customer: Customer, { id: ticketId, createdBy, createdAt }: LoadedTicket) {
  const id = chance.id<string>(createdAt);
  const sha256 = chance.bytes(32).toString("hex");
  const file = itemAt(files, chance.between(0, files.length - 1));
  const uploadedAt = textOfTime(createdAt);
  const place = { organisationId: customer.id, id, ticketId, messageId: null };
  rows.add("attachments", { ...place, ...file, sha256, storageKey: id, uploadedBy: createdBy, uploadedAt });
}
