import { monthOfDate } from "../values/month.ts";
import type { Charge } from "./charge.ts";
import type { ChargedTicket, MonthToCharge } from "./charged-work.ts";
import { reasonsOfVat } from "./lines.ts";
import { vatFor } from "./vat.ts";

/**
 * The charges of a ticket's quotes for one price that were delivered in the month: one line each, whatever time they
 * took. A quote without delivery costs nothing. Source: contract T3.
 */
export function fixedPriceCharges(ticket: ChargedTicket, work: MonthToCharge): readonly Charge[] {
  const { rules, month, vatPosition, authorisations = [] } = work;
  const vat = vatFor("standard", vatPosition ?? "domestic", rules.terms);
  return authorisations
    .flatMap(({ id, ticketId, fixedPrice }) => {
      const deliveredOn = fixedPrice?.deliveredOn ?? null;
      if (fixedPrice === null || deliveredOn === null || ticketId !== ticket.id) return [];
      return monthOfDate(deliveredOn) === month ? [{ id, deliveredOn, amountCents: fixedPrice.amountCents }] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, deliveredOn, amountCents }): Charge => ({
      ticketId: ticket.id,
      reference: ticket.reference,
      month,
      kind: "quote",
      window: null,
      windowNames: null,
      sourceId: id,
      vat,
      minutes: 0,
      hourlyRateCents: null,
      amountCents,
      reasons: [
        { rule: "T3", kind: "fixed-price", authorisationId: id, deliveredOn: deliveredOn.toString() },
        ...reasonsOfVat(vat),
      ],
    }));
}
