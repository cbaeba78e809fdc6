import type { Language } from "../../core/values/language.ts";
import { paths } from "../faces/paths.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { formatMoney } from "../../core/values/format.ts";
import { formatDate, formatMonth } from "../../core/calendar/format-time.ts";
import { noticeMessages } from "./notices.messages.ts";
import type { RecordedEvent } from "./read-event.ts";
import type { InvoiceTold } from "./read-subjects.ts";
import type { Receiver } from "./read-receivers.ts";

export interface InvoiceNews {
  readonly event: RecordedEvent;
  readonly invoice: InvoiceTold;
  readonly organisation: {
    readonly name: string;
    readonly invoiceMailAddress: string;
    readonly language: Language;
  };
  readonly contacts: readonly Receiver[];
  readonly host: string;
}

/** The receivers of an issued invoice: both contacts, and null for the address for invoices; each address once. */
export function invoiceReceivers({ organisation, contacts }: InvoiceNews): readonly (PersonId | null)[] {
  const office = organisation.invoiceMailAddress.toLowerCase();
  const isContact = contacts.some(({ mailAddress }) => mailAddress.toLowerCase() === office);
  return [...contacts.map(({ id }) => id), ...(isContact ? [] : [null])];
}

/** The mail to one receiver, with the document; null for a former contact. */
export function invoiceMail(news: InvoiceNews, personId: PersonId | null, pdf: Uint8Array): OutgoingMail | null {
  const { organisation, contacts, event, invoice, host } = news;
  const office = {
    id: "invoices",
    name: organisation.name,
    mailAddress: organisation.invoiceMailAddress,
    language: organisation.language,
  };
  const receiver = personId === null ? office : contacts.find(({ id }) => id === personId);
  if (receiver === undefined) return null;
  const { language } = receiver;
  const words = noticeMessages(language);
  const month = formatMonth(invoice.month, language);
  const { credit } = invoice;
  const isCredit = invoice.kind === "credit-note";
  const amount = formatMoney(isCredit ? -invoice.totalCents : invoice.totalCents, language);
  return {
    to: { name: plainLine(receiver.name), address: receiver.mailAddress },
    language,
    subject: (isCredit ? words.creditSubject : words.invoiceSubject)(invoice.number, month),
    paragraphs: [
      (isCredit ? words.credit : words.invoice)(invoice.number, organisation.name, month),
      ...(credit === null ? [] : [words.creditOf(credit.of, credit.reason), words.creditModes[credit.mode]]),
      isCredit ? words.creditTotal(amount) : words.invoiceTotal(amount, formatDate(invoice.dueOn, language)),
      words.invoiceWhy,
    ],
    link: { label: words.openInvoice, path: paths.portal.invoice(invoice.number) },
    messageId: `<invoice.${invoice.id}.${receiver.id}@${host}>`,
    writtenAt: event.at,
    attachments: [{ name: `${invoice.number}.pdf`, mediaType: "application/pdf", content: pdf }],
  };
}
