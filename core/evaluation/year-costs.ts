import { type Charge, type ChargeKind, chargeKinds } from "../charges/charge.ts";
import { type Cents, divideRoundingHalfUp, sumCents } from "../values/money.ts";

/** The sum of a kind of charge, in cents excluding VAT. */
export interface CostOfKind {
  readonly kind: ChargeKind;
  readonly minutes: number;
  readonly amountCents: Cents;
}

/** The cost of a ticket in the year, in cents excluding VAT. */
export interface CostOfTicket {
  readonly ticketId: string;
  readonly reference: string;
  readonly amountCents: Cents;
}

/** The sum of each kind of charge, in their usual order. Kinds without charges are left out. Source: contract K5. */
export function costByKind(charges: readonly Charge[]): readonly CostOfKind[] {
  return chargeKinds.flatMap((kind) => {
    const ofKind = charges.filter((charge) => charge.kind === kind);
    if (ofKind.length === 0) return [];
    const minutes = ofKind.reduce((sum, charge) => sum + charge.minutes, 0);
    return [{ kind, minutes, amountCents: sumCents(ofKind.map((charge) => charge.amountCents)) }];
  });
}

/** The cost of each ticket, dearest first, then by reference. Source: contract K5. */
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

/** The average cost of a ticket, in cents rounded half up; null for none. Source: contract K5. */
export function averageCost(costs: readonly CostOfTicket[]): Cents | null {
  if (costs.length === 0) return null;
  return divideRoundingHalfUp(sumCents(costs.map((cost) => cost.amountCents)), BigInt(costs.length));
}
