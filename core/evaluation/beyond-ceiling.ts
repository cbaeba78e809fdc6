import { chargeableMinutesOf } from "../authorisations/ceiling.ts";
import type { OrganisationWork } from "../charges/charge-work.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { compareByCreation } from "../tickets/month-counter.ts";

/** The minutes of a ticket beyond a ceiling and without an authorisation. (T2) */
export interface BeyondCeiling {
  readonly ticketId: string;
  readonly reference: string;
  readonly minutes: number;
}

/**
 * The tickets with more minutes than the terms and approvals together allow, with the excess, in order of creation.
 * Work for one price stays outside the ceiling. Source: contract T2, T3.
 */
export function beyondCeiling(
  { tickets, entries, authorisations }: Pick<OrganisationWork, "tickets" | "entries" | "authorisations">,
  terms: Pick<ContractTerms, "authorisedMinutes">,
  approvedMinutes: ReadonlyMap<string, number>,
): readonly BeyondCeiling[] {
  const forOnePrice = new Set(authorisations.flatMap(({ id, fixedPrice }) => (fixedPrice === null ? [] : [id])));
  const counted = entries.filter(({ authorisationId }) => !forOnePrice.has(authorisationId ?? ""));
  const byTicket = Map.groupBy(counted, (entry) => entry.ticketId);
  return tickets.toSorted(compareByCreation).flatMap((ticket) => {
    const spent = chargeableMinutesOf(byTicket.get(ticket.id) ?? [], ticket.startFeeMinutes);
    const minutes = spent - terms.authorisedMinutes - (approvedMinutes.get(ticket.id) ?? 0);
    return minutes > 0 ? [{ ticketId: ticket.id, reference: ticket.reference, minutes }] : [];
  });
}
