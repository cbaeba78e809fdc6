import type { Window } from "../calendar/week.ts";
import { type ChargeKind, chargeKinds } from "../charges/charge.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import { compareByCreation } from "../tickets/month-counter.ts";
import { type Cents, sumCents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import type { BareCharge, Sides, TermsChange } from "./terms-change.ts";
import { type Change, whyChanged } from "./why-changed.ts";

/** The charges of one thing under each of two terms, and the reasons for their difference. Cents excluding VAT. */
export interface ReplayedLine extends Sides<readonly BareCharge[]> {
  readonly ticketId: string;
  readonly reference: string;
  readonly month: Month;
  readonly kind: ChargeKind;
  /**
   * Null for a charge without a window. Also null for windows that only one of the terms has: their lines are compared
   * together.
   */
  readonly window: Window | null;
  readonly sourceId: string | null;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
  readonly differenceCents: Cents;
  /** Empty when nothing changed. */
  readonly changes: readonly Change[];
}

/**
 * Compares the charges under two terms by month, ticket, kind, window, source and VAT category. Lines of windows that
 * only one of the terms has are compared together, for each ticket, month and kind. Ordered by month, then by the
 * ticket's creation. Source: contract K5, "Charges, exactly" 7.
 */
export function compareCharges(
  charges: Sides<readonly BareCharge[]>,
  tickets: Sides<readonly ChargedTicket[]>,
  change: TermsChange,
): readonly ReplayedLine[] {
  const shared = sharedWindows(change);
  const keyOf = ({ month, ticketId, kind, window, sourceId, vat }: BareCharge) =>
    JSON.stringify([month, ticketId, kind, shared.has(window) ? window : null, sourceId, vat.category]);
  const before = Map.groupBy(charges.before, keyOf);
  const after = Map.groupBy(charges.after, keyOf);
  const why = whyChanged(charges, tickets, change);
  const lines = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const sides = { before: before.get(key) ?? [], after: after.get(key) ?? [] };
    const first = sides.before[0] ?? sides.after[0];
    if (first === undefined) return [];
    const { ticketId, reference, month, kind, sourceId } = first;
    const window = shared.has(first.window) ? first.window : null;
    const [beforeCents, afterCents] = [amountOf(sides.before), amountOf(sides.after)];
    const amounts = { beforeCents, afterCents, differenceCents: afterCents - beforeCents };
    return [{ ticketId, reference, month, kind, window, sourceId, ...sides, ...amounts, changes: why(sides) }];
  });
  return lines.toSorted(inOrderOf(tickets.before));
}

function sharedWindows({ from, to }: TermsChange): ReadonlySet<Window | null> {
  const others = new Set(to.terms.windows.map(({ id }) => id));
  return new Set(from.terms.windows.map(({ id }) => id).filter((id) => others.has(id)));
}

function amountOf(charges: readonly BareCharge[]): Cents {
  return sumCents(charges.map((charge) => charge.amountCents));
}

function inOrderOf(tickets: readonly ChargedTicket[]): (a: ReplayedLine, b: ReplayedLine) => number {
  const places = new Map(tickets.toSorted(compareByCreation).map(({ id }, place) => [id, place]));
  const placeOf = ({ ticketId }: ReplayedLine) => places.get(ticketId) ?? places.size;
  return (a, b) =>
    compareTexts(a.month, b.month) ||
    placeOf(a) - placeOf(b) ||
    chargeKinds.indexOf(a.kind) - chargeKinds.indexOf(b.kind) ||
    compareTexts(a.window ?? "", b.window ?? "") ||
    compareTexts(a.sourceId ?? "", b.sourceId ?? "");
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
