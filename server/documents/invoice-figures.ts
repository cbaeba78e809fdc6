import type { InvoiceWords } from "./invoice-words.ts";

/** How amounts, times and dates are printed on a document, so that figures of one column line up. */
export interface InvoiceFigures {
  readonly money: (cents: string) => string;
  readonly time: (minutes: number) => string;
  readonly date: (iso: string) => string;
}

/** The figures of one language. Amounts go through Intl as decimal text, never as a floating-point number (R14). */
export function invoiceFigures(words: InvoiceWords): InvoiceFigures {
  const euro = new Intl.NumberFormat(words.locale, { style: "currency", currency: "EUR" });
  return {
    money: (cents) => euro.format(euros(cents)),
    time: (minutes) => words.hours(clock(minutes)).replaceAll(" ", "\u00a0"),
    date: (iso) => Temporal.PlainDate.from(iso).toLocaleString(words.locale, { dateStyle: "long" }),
  };
}

function euros(cents: string): `${number}` {
  const amount = BigInt(cents);
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}` as `${number}`;
}

/** 75 minutes as 1:15, and what is taken back with a minus before it. */
function clock(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}
