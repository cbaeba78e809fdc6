import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { ListedMail } from "../../notifications/list-mails.ts";
import { MailStanding, receiverOf, troubleOf } from "../../notifications/mail-words.tsx";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Section } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { mailingMessages } from "./mailing.messages.ts";
import type { ListedInvoice } from "../../invoices/read-invoices.ts";

interface InvoiceMailingProps {
  readonly invoice: ListedInvoice;
  readonly mails: readonly ListedMail[];
  readonly view: View;
  readonly systemNow: Temporal.Instant;
  /** Whether the reader can have it mailed now. */
  readonly isMailable: boolean;
}

/** The receivers of an invoice and the state of each mail; for an invoice without any mail, a button that mails it. */
export function InvoiceMailing({ invoice, mails, view, systemNow, isMailable }: InvoiceMailingProps): VNode | null {
  const { language } = view;
  const words = mailingMessages(language);
  if (mails.length === 0 && invoice.isSent) return null;
  const columns: Column<ListedMail>[] = [
    {
      label: words.to,
      lead: true,
      grow: true,
      cell: (mail) => (
        <span class="row-words">
          {receiverOf(mail, language)}
          <span class="row-note">{mail.address}</span>
        </span>
      ),
    },
    {
      label: words.state,
      selfEvident: true,
      cell: (mail) => (
        <span class="row-words">
          <MailStanding state={mail.state} language={language} />
          {mail.problem !== null && <span class="row-note">{troubleOf(mail.problem, language)}</span>}
        </span>
      ),
    },
    {
      label: words.at,
      align: "end",
      cell: (mail) => <Moment at={mail.settledAt ?? mail.triedAt ?? mail.waitingSince} now={systemNow} />,
    },
  ];
  return (
    <div class="invoice-payments">
      <Section title={words.title}>
        <Table
          caption={words.title}
          columns={columns}
          rows={mails}
          rowKey={(mail) => mail.id}
          rowHref={(mail) => paths.desk.mail(mail.id)}
          empty={<NotMailed number={invoice.number} words={words} isMailable={isMailable} />}
        />
      </Section>
    </div>
  );
}

interface NotMailedProps {
  readonly number: string;
  readonly words: ReturnType<typeof mailingMessages>;
  readonly isMailable: boolean;
}

function NotMailed({ number, words, isMailable }: NotMailedProps): VNode {
  if (!isMailable) return <p class="text-muted">{words.notYet}</p>;
  return (
    <Form action={paths.desk.mailInvoice(number)} layout="inline">
      <p>{words.notYet}</p>
      <Button size="small">{words.mailNow}</Button>
    </Form>
  );
}
