import type { ComponentChildren, VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import { isLocalPath } from "../http/local-path.ts";
import type { View } from "../http/route.ts";
import type { DemoMail } from "../mail/demo-mail.ts";
import { DefinitionList } from "../ui/definition-list.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatSize } from "../../core/values/format.ts";
import { formatDateTime } from "../../core/calendar/format-time.ts";
import { Moment } from "../ui/moment.tsx";
import { PageHead } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { demoMessages } from "./demo.messages.ts";

interface MailListProps {
  readonly view: View;
  readonly mails: readonly DemoMail[];
}

/** The demo's mails. The mailbox keeps a limited number. */
export function MailListPage({ view, mails }: MailListProps): VNode {
  const words = demoMessages(view.language);
  const columns = [
    {
      label: words.subject,
      lead: true,
      grow: true,
      cell: (mail: DemoMail) => (
        <span class="row-words row-words-cut">
          {mail.subject || words.noSubject}
          <span class="row-note">{mail.to.join(", ")}</span>
        </span>
      ),
    },
    {
      label: words.at,
      align: "end" as const,
      cell: (mail: DemoMail) => <Moment at={mail.writtenAt ?? mail.receivedAt} now={view.now} />,
    },
  ];
  return (
    <PlainPage view={view} title={words.mailTitle} wide>
      <PageHead
        title={words.mailTitle}
        lead={words.mailLead}
        back={view.identity === null ? undefined : { href: paths.home, label: words.back }}
      />
      <Table
        caption={words.mailCaption}
        columns={columns}
        rows={mails}
        rowKey={(mail) => mail.id}
        rowHref={(mail) => paths.demo.mail(mail.id)}
        empty={
          <EmptyState title={words.mailEmpty} icon="file">
            {words.mailEmptyNext}
          </EmptyState>
        }
      />
    </PlainPage>
  );
}

interface MailProps {
  readonly view: View;
  readonly mail: DemoMail;
  readonly publicUrl: string;
}

/** One mail as its reader gets it, with the headers that make a ticket's mails one thread. */
export function MailPage({ view, mail, publicUrl }: MailProps): VNode {
  const words = demoMessages(view.language);
  const attachments = mail.attachments
    .map(({ name, bytes }) => `${name} (${formatSize(bytes, view.language)})`)
    .join(", ");
  const facts = [
    { term: words.from, value: mail.from },
    { term: words.to, value: mail.to.join(", ") },
    ...(mail.writtenAt === undefined
      ? []
      : [{ term: words.written, value: formatDateTime(mail.writtenAt, view.language) }]),
    { term: words.caught, value: formatDateTime(mail.receivedAt, view.language) },
    ...(attachments === "" ? [] : [{ term: words.attachments, value: attachments }]),
  ];
  const technical = [
    ...(mail.messageId === undefined ? [] : [{ term: words.messageId, value: <code>{mail.messageId}</code> }]),
    ...(mail.inReplyTo === undefined ? [] : [{ term: words.thread, value: <code>{mail.inReplyTo}</code> }]),
  ];
  return (
    <PlainPage view={view} title={mail.subject} wide>
      <PageHead title={mail.subject || words.noSubject} back={{ href: paths.demo.mailbox, label: words.allMail }} />
      <DefinitionList items={facts} />
      <div class="mail-text">{linked(mail.text, publicUrl)}</div>
      <div class="mail-technical">
        <DefinitionList items={technical} />
      </div>
    </PlainPage>
  );
}

/**
 * The text with links for addresses of our own pages. They become paths, so that they open under the browser's own host
 * name.
 */
function linked(text: string, publicUrl: string): ComponentChildren {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    const path = index % 2 === 1 ? ownPathOf(part, publicUrl) : null;
    return path === null ? (
      part
    ) : (
      <a key={index} class="link" href={path}>
        {part}
      </a>
    );
  });
}

/**
 * The path of our own address; null for any other, even one that only looks like ours: people write in mails too (R07).
 */
function ownPathOf(address: string, publicUrl: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, username, password, pathname, search, hash } = new URL(address);
  const path = `${pathname}${search}${hash}`;
  return origin === new URL(publicUrl).origin && username === "" && password === "" && isLocalPath(path) ? path : null;
}
