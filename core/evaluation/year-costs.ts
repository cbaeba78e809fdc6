import { type Charge, type ChargeKind, chargeKinds } from "../charges/charge.ts";
import { type Cents, divideRoundingHalfUp, sumCents } from "../values/money.ts";

/** What a kind of charge came to, in cents excluding VAT. */
export interface CostOfKind {
  readonly kind: ChargeKind;
  readonly minutes: number;
  readonly amountCents: Cents;
}

/** What a ticket cost in the year, in cents excluding VAT. */
export interface CostOfTicket {
  readonly ticketId: string;
  readonly reference: string;
  readonly amountCents: Cents;
}

/**
 * What each kind of charge came to, in the order in which they are listed; what did not occur is left out. Source:
 * contract K5.
 */
export function costByKind(charges: readonly Charge[]): readonly CostOfKind[] {
  return chargeKinds.flatMap((kind) => {
    const ofKind = charges.filter((charge) => charge.kind === kind);
    if (ofKind.length === 0) return [];
    const minutes = ofKind.reduce((sum, charge) => sum + charge.minutes, 0);
    return [{ kind, minutes, amountCents: sumCents(ofKind.map((charge) => charge.amountCents)) }];
  });
}

/** What each ticket cost in the charges, the dearest first, then by reference. Source: contract K5. */
export function costByTicket(charges: readonly Charge[]): readonly CostOfTicket[] {
  const costs = [...Map.groupBy(charges, (charge) => charge.ticketId)].map(([ticketId, ofTicket]) => ({
    ticketId,
    reference: ofTicket[0]?.reference ?? "",
    amountCents: sumCents(ofTicket.map((charge) => charge.amountCents)),
  }));
  return costs.toSorted((a, b) => {
    if (a.amountCents !== b.amountCents) return a.amountCents > b.amountCents ? -1 : 1;
    return a.reference < b.reference ? -1 : 1;
  });
}

/** What a ticket cost on average, in cents rounded half up; null for none. Source: contract K5. */
export function averageCost(costs: readonly CostOfTicket[]): Cents | null {
  if (costs.length === 0) return null;
  return divideRoundingHalfUp(sumCents(costs.map((cost) => cost.amountCents)), BigInt(costs.length));
}
