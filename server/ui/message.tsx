import type { ComponentChildren, VNode } from "preact";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface MessageProps {
  readonly id?: string | undefined;
  readonly author: string;
  /** Beside the name: "De Vries", "consultant". */
  readonly authorNote?: string | undefined;
  /** Usually a Moment. */
  readonly at: ComponentChildren;
  readonly kind?: "theirs" | "mine" | "internal" | undefined;
  /** Usually a Prose. */
  readonly children: ComponentChildren;
  /** Usually an AttachmentList. */
  readonly attachments?: ComponentChildren;
}

export function Conversation(props: { label: string; children: ComponentChildren }): VNode {
  return (
    <section class="conversation" aria-label={props.label}>
      {props.children}
    </section>
  );
}

export function Message(props: MessageProps): VNode {
  const words = uiMessages(useLanguage());
  const kind = props.kind ?? "theirs";
  return (
    <article class={kind === "internal" ? "message message-internal" : "message"} id={props.id}>
      <Avatar name={props.author} tone={kind === "mine" ? "accent" : "plain"} />
      <div class="message-main">
        <header class="message-head">
          <span class="message-author">{props.author}</span>
          {props.authorNote && <span class="message-note">{props.authorNote}</span>}
          {kind === "internal" && (
            <span class="message-lock">
              <Icon name="lock" />
              {words.internal}
            </span>
          )}
          <span class="message-at">{props.at}</span>
        </header>
        <div>{props.children}</div>
        {props.attachments}
      </div>
    </article>
  );
}

/** A line between messages about something that happened: "Sanne pakte het ticket op". */
export function Happening(props: { at: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <p class="happening">
      <span>{props.children}</span>
      <span class="message-at">{props.at}</span>
    </p>
  );
}
