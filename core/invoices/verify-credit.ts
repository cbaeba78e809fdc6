import { textOfKey } from "../charges/charge.ts";
import type { Forgiveness } from "../charges/charged-work.ts";
import { type CreditRequest, creditLines, type Forgiven } from "./credit-invoice.ts";
import { figuresThatDiffer } from "./figure-difference.ts";
import { compareLines, type InvoiceDifference, type StoredInvoice } from "./verify-invoice.ts";

/**
 * Derives a credit note anew from the facts at its issue. Answers every cent, minute and reason that differs from its
 * stored lines and forgiven amounts. Source: contract "Charges, exactly" 7.
 */
export function verifyCredit(
  { number, lines }: Pick<StoredInvoice, "number" | "lines">,
  request: CreditRequest,
  forgiven: readonly Forgiveness[],
): readonly InvoiceDifference[] {
  const credit = creditLines(request);
  if (!credit.ok) return [{ kind: "credit-unfounded", invoice: request.invoice.number, why: credit.refusal.code }];
  const kept = forgiven.filter((one) => one.creditNote === number);
  return [...compareLines(credit.value.lines, lines), ...compareForgiven(credit.value.forgiven, kept)];
}

function compareForgiven(expected: readonly Forgiven[], stored: readonly Forgiven[]): readonly InvoiceDifference[] {
  const [own, other] = [byKey(expected), byKey(stored)];
  return [...new Map([...own, ...other])].flatMap(([text, { key }]): readonly InvoiceDifference[] => {
    const figures = figuresThatDiffer(figuresOf(own.get(text)), figuresOf(other.get(text)));
    return figures.length === 0 ? [] : [{ kind: "forgiven-differs", key, figures }];
  });
}

function byKey(forgiven: readonly Forgiven[]): ReadonlyMap<string, Forgiven> {
  return new Map(forgiven.map((one) => [textOfKey(one.key), one]));
}

function figuresOf(forgiven: Forgiven | undefined) {
  return {
    minutes: forgiven?.minutes ?? null,
    amount: forgiven?.amountCents ?? null,
    reason: forgiven?.reason ?? null,
  };
}
