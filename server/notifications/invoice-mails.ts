import { paths } from "../faces/paths.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { formatMoney } from "../ui/format.ts";
import { formatDate, formatMonth } from "../ui/format-time.ts";
import { noticeMessages } from "./notices.messages.ts";
import type { Happened, InvoiceTold, Receiver } from "./store.ts";

export interface InvoiceNews {
  readonly event: Happened;
  readonly invoice: InvoiceTold;
  readonly organisation: {
    readonly name: string;
    readonly invoice_mail_address: string;
    readonly language: "nl" | "en";
  };
  readonly contacts: readonly Receiver[];
  readonly pdf: Uint8Array;
  readonly host: string;
}

/** An issued invoice to both contacts and to the address for invoices, each address once, with the document itself. */
export function invoiceMails(news: InvoiceNews): readonly OutgoingMail[] {
  const { organisation, contacts } = news;
  const office = {
    id: "invoices",
    name: organisation.name,
    mailAddress: organisation.invoice_mail_address,
    language: organisation.language,
  };
  const isContact = contacts.some(({ mailAddress }) => mailAddress.toLowerCase() === office.mailAddress.toLowerCase());
  return [...contacts, ...(isContact ? [] : [office])].map((receiver) => invoiceMail(news, receiver));
}

type To = Omit<Receiver, "id"> & { readonly id: string };

function invoiceMail({ event, invoice, organisation, pdf, host }: InvoiceNews, receiver: To): OutgoingMail {
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
