import type { ComponentChildren, VNode } from "preact";
import type { Happened } from "../../events/list-events.ts";
import { paths } from "../../faces/paths.ts";
import type { AttachedFile, ReadMessage } from "../../tickets/read-conversation.ts";
import { AttachmentList } from "../../ui/attachment-list.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Conversation, Happening, Message } from "../../ui/message.tsx";
import { Moment } from "../../ui/moment.tsx";
import { PictureList } from "../../ui/picture-list.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Section } from "../../ui/section.tsx";
import type { TicketProps } from "./ticket-props.ts";
import { portalTicketMessages } from "./ticket.messages.ts";
import { wordHappening } from "../../events/word-happening.ts";

/** The newest page of messages, with the events between them, in order. */
export function TicketConversation(shown: TicketProps): VNode {
  const { loaded, view } = shown;
  const words = portalTicketMessages(view.language);
  const here = paths.portal.ticket(loaded.ticket.reference);
  return (
    <Section title={words.conversation} id="conversation">
      <Conversation label={words.conversation}>
        <Description {...shown} />
        {loaded.earlier !== null && (
          <p class="happening">
            <LinkButton
              href={`${here}?before=${encodeURIComponent(loaded.earlier)}#conversation`}
              variant="quiet"
              size="small"
              icon="up"
            >
              {words.earlier}
            </LinkButton>
          </p>
        )}
        {inOrder(shown)}
        {loaded.before !== null && (
          <p class="happening">
            <LinkButton href={`${here}#conversation`} variant="quiet" size="small" icon="down">
              {words.newest}
            </LinkButton>
          </p>
        )}
      </Conversation>
    </Section>
  );
}

/** The ticket's description is the first message. */
function Description(shown: TicketProps): VNode {
  const { ticket, attachments, names } = shown.loaded;
  const isMine = ticket.createdBy === shown.actor.personId;
  return (
    <Message
      author={names.get(ticket.createdBy) ?? ""}
      authorNote={isMine ? portalTicketMessages(shown.view.language).you : undefined}
      kind={isMine ? "mine" : "theirs"}
      at={<Moment at={ticket.createdAt} now={shown.view.now} />}
      attachments={<Files shown={shown} files={attachments.filter((file) => file.messageId === null)} />}
    >
      <Prose text={ticket.description} markup={ticket.markup} />
    </Message>
  );
}

function inOrder(shown: TicketProps): ComponentChildren {
  const { loaded } = shown;
  const messages = loaded.messages.map((message) => ({
    at: message.writtenAt,
    part: <Said key={message.id} shown={shown} message={message} />,
  }));
  const events = loaded.events
    .filter((event) => isShownHere(event, shown))
    .map((event) => ({ at: event.at, part: <Occurred key={event.id} shown={shown} event={event} /> }));
  return [...messages, ...events].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).map(({ part }) => part);
}

/** Leaves out events that a message shows, and events outside this page of messages. */
function isShownHere({ kind, at }: Happened, { loaded }: TicketProps): boolean {
  if (kind === "ticket-created" || kind === "ticket-replied") return false;
  const oldest = loaded.earlier === null ? undefined : loaded.messages[0]?.writtenAt;
  if (oldest !== undefined && Temporal.Instant.compare(at, oldest) < 0) return false;
  return loaded.before === null || Temporal.Instant.compare(at, loaded.before.at) < 0;
}

function Said({ shown, message }: { shown: TicketProps; message: ReadMessage }): VNode {
  const words = portalTicketMessages(shown.view.language);
  const isMine = message.authorId === shown.actor.personId;
  return (
    <Message
      id={`message-${message.id}`}
      author={message.authorName ?? ""}
      authorNote={
        isMine ? words.you : message.isSolution ? words.solution : message.authorIsStaff ? words.ofUs : undefined
      }
      kind={isMine ? "mine" : "theirs"}
      at={<Moment at={message.writtenAt} now={shown.view.now} />}
      attachments={
        <Files shown={shown} files={shown.loaded.attachments.filter((file) => file.messageId === message.id)} />
      }
    >
      <Prose text={message.body} markup={message.markup} />
    </Message>
  );
}

function Occurred({ shown, event }: { shown: TicketProps; event: Happened }): VNode {
  const { language, now } = shown.view;
  return <Happening at={<Moment at={event.at} now={now} />}>{wordHappening(event, language)}</Happening>;
}

function Files({ shown, files }: { shown: TicketProps; files: readonly AttachedFile[] }): VNode {
  const listed = files.map((file) => ({
    ...file,
    href: paths.portal.attachment(shown.loaded.ticket.reference, file.id),
    isImage: file.isPicture,
  }));
  return (
    <>
      <PictureList files={listed.filter((file) => file.isPicture)} />
      <AttachmentList files={listed.filter((file) => !file.isPicture)} />
    </>
  );
}
