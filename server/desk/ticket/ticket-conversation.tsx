import type { VNode } from "preact";
import type { Happened } from "../../events/list-events.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { AttachedFile, ReadMessage } from "../../tickets/read-conversation.ts";
import type { ReadNote } from "../../tickets/read-notes.ts";
import { wordHappening } from "../../events/word-happening.ts";
import { AttachmentList } from "../../ui/attachment-list.tsx";
import { Conversation, Happening, Message } from "../../ui/message.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Prose } from "../../ui/prose.tsx";
import { conversationMessages } from "./conversation.messages.ts";
import type { TicketData } from "./ticket-data.ts";

interface Part {
  readonly at: Temporal.Instant;
  readonly id: string;
  readonly node: VNode;
}

/** Messages, notes and events in order of time, after the description. */
export function TicketConversation({ data, view }: { data: TicketData; view: View }): VNode {
  const words = conversationMessages(view.language);
  const { ticket, messages, earlier, notes, events } = data;
  const from = earlier === null ? null : (messages[0]?.writtenAt ?? null);
  const parts = [
    ...messages.map((one) => messagePart(one, data, view)),
    ...notes.map((one) => notePart(one, view)),
    ...events.flatMap((one) => eventPart(one, view)),
  ]
    .filter((part) => from === null || Temporal.Instant.compare(part.at, from) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1));
  return (
    <Conversation label={words.conversation}>
      <Message
        author={data.creator}
        authorNote={data.organisation.name}
        at={<Moment at={ticket.createdAt} now={view.now} />}
        attachments={
          <Files files={data.attachments.filter((file) => file.messageId === null)} reference={ticket.reference} />
        }
      >
        <Prose text={ticket.description} markup={ticket.markup} />
      </Message>
      {earlier !== null && (
        <p class="happening">
          <a href={`${paths.desk.ticket(ticket.reference)}?before=${encodeURIComponent(earlier)}`}>{words.earlier}</a>
        </p>
      )}
      {parts.map((part) => part.node)}
    </Conversation>
  );
}

function messagePart(message: ReadMessage, data: TicketData, view: View): Part {
  const words = conversationMessages(view.language);
  const note = message.isSolution ? words.solution : message.authorIsStaff ? words.consultant : data.organisation.name;
  const files = data.attachments.filter((file) => file.messageId === message.id);
  const node = (
    <Message
      key={message.id}
      id={`message-${message.id}`}
      author={message.authorName ?? words.somebody}
      authorNote={note}
      at={<Moment at={message.writtenAt} now={view.now} />}
      kind={message.authorIsStaff ? "mine" : "theirs"}
      attachments={<Files files={files} reference={data.ticket.reference} />}
    >
      <Prose text={message.body} markup={message.markup} />
    </Message>
  );
  return { at: message.writtenAt, id: message.id, node };
}

function notePart(note: ReadNote, view: View): Part {
  const node = (
    <Message
      key={note.id}
      author={note.authorName ?? conversationMessages(view.language).somebody}
      at={<Moment at={note.writtenAt} now={view.now} />}
      kind="internal"
    >
      <Prose text={note.body} markup={note.markup} />
    </Message>
  );
  return { at: note.writtenAt, id: note.id, node };
}

function eventPart(event: Happened, view: View): Part[] {
  // The conversation itself shows these texts.
  if (event.kind === "ticket-created" || event.kind === "ticket-replied") return [];
  const node = (
    <Happening key={event.id} at={<Moment at={event.at} now={view.now} />}>
      {wordHappening(event, view.language)}
    </Happening>
  );
  return [{ at: event.at, id: event.id, node }];
}

function Files({ files, reference }: { files: readonly AttachedFile[]; reference: string }): VNode {
  return (
    <AttachmentList
      files={files.map((file) => ({
        name: file.name,
        href: paths.desk.attachment(reference, file.id),
        sizeBytes: file.sizeBytes,
        isImage: file.isPicture,
      }))}
    />
  );
}
