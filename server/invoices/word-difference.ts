import type { ChargeKey } from "../../core/charges/charge.ts";
import type { FigureDifference } from "../../core/invoices/figure-difference.ts";
import type { GoneWork } from "../../core/invoices/kept-work.ts";
import type { InvoiceDifference, LineAt } from "../../core/invoices/verify-invoice.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { unreachable } from "../../core/values/result.ts";

/** The line of `kwartier verify` for a difference, in English. */
export function wordDifference(difference: InvoiceDifference): string {
  switch (difference.kind) {
    case "work-gone":
      return `${namesOfWork[difference.work.what]} ${difference.work.id} that it was made from is gone`;
    case "agreement-changed": {
      const { reference, kept, now } = difference.agreement;
      return `the agreement to other hours on ${reference} is ${now ?? "gone"}, was ${kept}`;
    }
    case "line-missing":
      return `${nameOfLine(difference.line)} is missing: ${sumOf(difference)}`;
    case "line-unfounded":
      return `${nameOfLine(difference.line)} does not follow from anything: ${sumOf(difference)}`;
    case "line-differs":
      return `${nameOfLine(difference.line)}: ${figuresOf(difference.figures)}`;
    case "credit-unfounded":
      return `it credits what cannot be credited of ${difference.invoice}: ${difference.why}`;
    case "forgiven-differs":
      return `what it forgave (${nameOfKey(difference.key)}): ${figuresOf(difference.figures)}`;
    case "totals-differ":
      return `its totals do not follow from its lines: ${figuresOf(difference.figures)}`;
    case "print-differs": {
      const where = difference.position === null ? "its document" : `line ${difference.position} of its document`;
      return `${where} is not what is stored: ${figuresOf(difference.figures)}`;
    }
    default:
      return unreachable(difference);
  }
}

const namesOfWork: Readonly<Record<GoneWork["what"], string>> = {
  tickets: "ticket",
  entries: "time entry",
  authorisations: "authorisation",
  visits: "visit",
  expenses: "expense",
  corrections: "correction",
  forgiven: "what was forgiven by credit note",
};

function nameOfLine({ position, reference, key }: LineAt): string {
  return `${position === null ? "a line" : `line ${position}`} (${reference}, ${nameOfKey(key)})`;
}

function nameOfKey({ kind, window, sourceId, vat, month }: ChargeKey): string {
  const parts = [
    month,
    kind,
    ...(window === null ? [] : [window]),
    ...(sourceId === null ? [] : [sourceId]),
    `${vat.category} ${vat.percent}%`,
  ];
  return parts.join(", ");
}

function sumOf({ minutes, amountCents }: { readonly minutes: number; readonly amountCents: bigint }): string {
  const amount = formatMoney(amountCents, "en");
  return minutes === 0 ? amount : `${formatDuration(minutes, "en")}, ${amount}`;
}

const mostShown = 4;

function figuresOf(figures: readonly FigureDifference[]): string {
  const shown = figures.slice(0, mostShown).map(({ what, expected, stored }) => {
    return `${what} is ${wordFigure(stored)}, should be ${wordFigure(expected)}`;
  });
  const more = figures.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].join("; ");
}

function wordFigure(figure: FigureDifference["stored"]): string {
  if (figure === null) return "nothing";
  return typeof figure === "bigint" ? formatMoney(figure, "en") : String(figure);
}
