import type { VNode } from "preact";
import { nameCharge } from "../../core/charges/name-charge.ts";
import type { VatTotal } from "../../core/charges/totals.ts";
import type { ProposedLine } from "../../core/invoices/propose-invoice.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Month } from "../../core/values/month.ts";
import { Explanation } from "../charges/cost-so-far.tsx";
import { explainCharge } from "../charges/explain-charge.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { formatMonth } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Sum, type SumLine, Why } from "../ui/money.tsx";
import { lineMessages } from "./invoice-lines.messages.ts";

/** A line on a page, of an issued invoice or of a proposal. */
export type ShownLine = Omit<ProposedLine, "ticketId"> & { readonly title: string };

interface InvoiceLinesProps {
  readonly lines: readonly ShownLine[];
  readonly month: Month;
  readonly language: Language;
  readonly ticketHref: (reference: string) => string;
}

/** Lines by ticket, each with its rules and its sum. */
export function InvoiceLines({ lines, month, language, ticketHref }: InvoiceLinesProps): VNode {
  const byTicket = [...Map.groupBy(lines, (line) => line.reference)];
  return (
    <div class="invoice-lines">
      {byTicket.map(([reference, ofTicket]) => (
        <section key={reference} class="invoice-ticket">
          <h2>
            <a href={ticketHref(reference)}>
              <span class="invoice-reference">{reference}</span> {ofTicket[0]?.title}
            </a>
          </h2>
          <Sum lines={ofTicket.map((line) => sumLine(line, { month, language }))} />
        </section>
      ))}
    </div>
  );
}

function sumLine(line: ShownLine, { month, language }: { month: Month; language: Language }): SumLine {
  const words = lineMessages(language);
  const what = nameCharge(line, language);
  return {
    text: line.month === month ? what : words.inMonth(what, formatMonth(line.month, language)),
    how: (
      <>
        {line.hourlyRateCents !== null &&
          words.how(formatDuration(line.minutes, language), formatMoney(line.hourlyRateCents, language))}{" "}
        <Why>
          <Explanation sentences={explainCharge({ ...line, amountCents: line.amountTotalCents }, language)} />
        </Why>
        {isFollowUp(line) && <span class="invoice-before">{bothTotals(line, language)}</span>}
      </>
    ),
    cents: line.amountCents,
  };
}

function isFollowUp(line: ShownLine): boolean {
  return line.minutesBefore !== 0 || line.amountBeforeCents !== 0n;
}

function bothTotals(line: ShownLine, language: Language): string {
  const time = (minutes: number) => formatDuration(minutes, language);
  const money = (cents: Cents) => formatMoney(cents, language);
  const sum = (minutes: number, cents: Cents) =>
    line.hourlyRateCents === null ? money(cents) : `${time(minutes)}, ${money(cents)}`;
  return lineMessages(language).before(
    sum(line.minutesTotal, line.amountTotalCents),
    sum(line.minutesBefore, line.amountBeforeCents),
  );
}

/** With several rates, each line of VAT names its base (CE5). */
function nameVat({ category, percent, subtotalCents }: VatTotal, rates: number, language: Language): string {
  const words = lineMessages(language);
  const name =
    category === "standard" || category === "reduced" || category === "zero"
      ? words.vat(percent)
      : words.noVat[category];
  return rates === 1 ? name : words.vatOver(name, formatMoney(subtotalCents, language));
}

interface InvoiceTotalsProps {
  readonly subtotalCents: Cents;
  readonly vat: readonly VatTotal[];
  readonly totalCents: Cents;
  readonly language: Language;
}

/** Subtotal, VAT and total, as on paper. */
export function InvoiceTotals({ subtotalCents, vat, totalCents, language }: InvoiceTotalsProps): VNode {
  const words = lineMessages(language);
  const lines = [
    { text: words.subtotal, cents: subtotalCents },
    ...vat.map((rate) => ({ text: nameVat(rate, vat.length, language), cents: rate.vatCents })),
  ];
  return (
    <div class="invoice-totals">
      <Sum lines={lines} total={{ text: words.total, cents: totalCents }} />
    </div>
  );
}
