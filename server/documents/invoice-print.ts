import { invoiceKindNames } from "../../core/invoices/invoice-state-words.ts";
import { formatLongDate } from "../../core/calendar/format-time.ts";
import { capitalised, formatDuration, formatMoney } from "../../core/values/format.ts";
import type { Language } from "../../core/values/language.ts";
import type { InvoiceDocument, InvoiceDocumentLine, InvoiceDocumentVat } from "./invoice-document.ts";
import { invoiceWords, type InvoiceWords } from "./invoice-words.ts";

/** All printed texts in the invoice's language, so that the template holds layout only. */
export function printInvoice(model: InvoiceDocument) {
  const words = invoiceWords[model.language];
  const figures = figuresIn(model.language);
  const kind = capitalised(invoiceKindNames[model.language][model.kind]);
  return {
    language: model.language,
    title: `${kind} ${model.number}`,
    kind,
    issuedOn: model.issuedOn,
    facts: facts(model, words, figures),
    provider: { name: model.provider.name, lines: [...model.provider.addressLines, model.provider.mail] },
    imprint: imprint(model, words),
    customer: { name: model.customer.name, lines: customerLines(model, words) },
    columns: [words.ticket, words.window, words.time, words.rate, words.amount],
    lines: model.lines.map((line) => printLine(line, words, figures)),
    totals: [
      [words.subtotal, figures.money(model.subtotalCents)],
      ...model.vat.map((rate) => [vatLabel(rate, model, { words, figures }), figures.money(rate.vatCents)]),
      [words.total, figures.money(model.totalCents)],
    ],
    notes: model.notes ?? [],
    payment: { heading: words.payment, sentence: model.paymentSentence },
    explanation: { heading: words.explanation, introduction: words.explanationIntroduction, rules: words.rules },
    pageOf: words.pageOf,
  };
}

/** The formats of a document's amounts, times and dates. */
interface Figures {
  readonly money: (cents: string) => string;
  readonly time: (minutes: number) => string;
  readonly date: (iso: string) => string;
}

function figuresIn(language: Language): Figures {
  return {
    money: (cents) => formatMoney(BigInt(cents), language),
    time: (minutes) => formatDuration(minutes, language),
    date: (iso) => formatLongDate(Temporal.PlainDate.from(iso), language),
  };
}

/** With several rates, each line of VAT names its base. */
function vatLabel(
  { category, percent, subtotalCents }: InvoiceDocumentVat,
  { vat }: InvoiceDocument,
  { words, figures }: { words: InvoiceWords; figures: Figures },
): string {
  const name = words.vat(category, percent);
  return vat.length === 1 ? name : words.vatOver(name, figures.money(subtotalCents));
}

function facts(model: InvoiceDocument, words: InvoiceWords, figures: Figures): string[][] {
  const corrects = model.corrects === undefined ? [] : [[words.corrects, model.corrects]];
  // A credit note asks for no payment, so it has no due date.
  const due = model.kind === "invoice" ? [[words.dueOn, figures.date(model.dueOn)]] : [];
  return [
    [words.number, model.number],
    ...corrects,
    [words.issuedOn, figures.date(model.issuedOn)],
    ...due,
    [words.month, model.monthLabel],
  ];
}

function imprint({ provider }: InvoiceDocument, words: InvoiceWords): string[] {
  return [
    provider.name,
    `${words.chamberOfCommerce} ${provider.chamberOfCommerce}`,
    `${words.vatNumber} ${provider.vatNumber}`,
    `${words.iban} ${provider.iban}`,
    ...(provider.bic === undefined ? [] : [`${words.bic}\u00a0${provider.bic}`]),
  ];
}

function customerLines({ customer }: InvoiceDocument, words: InvoiceWords): string[] {
  const vat = customer.vatNumber === undefined ? [] : [`${words.vatNumber} ${customer.vatNumber}`];
  const reference = customer.reference === undefined ? [] : [`${words.yourReference} ${customer.reference}`];
  return [...customer.addressLines, ...vat, ...reference];
}

function printLine(line: InvoiceDocumentLine, words: InvoiceWords, figures: Figures) {
  return {
    reference: line.reference,
    title: line.title,
    description: line.description,
    window: line.windowLabel,
    time: line.minutes === null ? "" : figures.time(line.minutes),
    rate: line.rateCents === null ? "" : figures.money(line.rateCents),
    amount: figures.money(line.amountCents),
    both: bothTotals(line, words, figures),
    rules: line.rules,
    derivation: line.derivation,
  };
}

/** A line that continues an earlier invoice shows the earlier charge and the new total. */
function bothTotals(line: InvoiceDocumentLine, words: InvoiceWords, figures: Figures): string {
  if (line.amountBeforeCents === undefined) return "";
  const { minutes, minutesBefore, amountBeforeCents, amountCents } = line;
  const timed = minutes !== null && minutesBefore !== undefined;
  const before = {
    time: timed ? figures.time(minutesBefore) : "",
    amount: figures.money(amountBeforeCents),
  };
  const together = {
    time: timed ? figures.time(minutesBefore + minutes) : "",
    amount: figures.money(String(BigInt(amountBeforeCents) + BigInt(amountCents))),
  };
  return `${words.before(before)} ${words.together(together)}`;
}
