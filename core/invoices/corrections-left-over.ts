import { type ChargeKey, textOfKey } from "../charges/charge.ts";
import { sumCents } from "../values/money.ts";
import { type InvoicedLine, sumByKey } from "./propose-invoice.ts";

/**
 * The invoiced corrections without anything left to take off, once parts of invoiced lines are forgiven. They are parts
 * of the corrections' lines, below zero cents. The corrections of a ticket's month and VAT rate reach as far as its
 * costs; the last one gets its share last, so it loses it first. `standing` is the invoiced sum of each key. Source:
 * "Charges, exactly" 7.
 */
export function correctionsLeftOver(
  parts: readonly InvoicedLine[],
  standing: ReadonlyMap<string, InvoicedLine>,
): readonly InvoicedLine[] {
  const forgiven = sumByKey(parts);
  const left = [...standing].map(([key, line]) => ({
    ...line,
    amountCents: line.amountCents - (forgiven.get(key)?.amountCents ?? 0n),
  }));
  const touched = new Set(parts.map(groupOf));
  return [...Map.groupBy(left, groupOf)].flatMap(([group, lines]) => (touched.has(group) ? beyondNothing(lines) : []));
}

/** The part of the corrections that brings the sum of the lines below zero. */
function beyondNothing(lines: readonly InvoicedLine[]): readonly InvoicedLine[] {
  let sum = sumCents(lines.map((line) => line.amountCents));
  const found: InvoicedLine[] = [];
  for (const line of lines.filter(isCorrection).toSorted(compareLastFirst)) {
    if (sum >= 0n) break;
    const amountCents = line.amountCents < sum ? sum : line.amountCents;
    found.push({ ...line, minutes: 0, amountCents });
    sum -= amountCents;
  }
  return found;
}

/** Corrections are limited together by ticket, month and VAT rate. */
function groupOf(line: ChargeKey): string {
  return textOfKey({ ...line, kind: "correction", window: null, sourceId: null });
}

function isCorrection({ kind, amountCents }: InvoicedLine): boolean {
  return kind === "correction" && amountCents < 0n;
}

function compareLastFirst(a: InvoicedLine, b: InvoicedLine): number {
  return (a.sourceId ?? "") > (b.sourceId ?? "") ? -1 : 1;
}
