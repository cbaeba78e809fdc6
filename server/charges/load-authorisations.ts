import type { ChargedAuthorisation } from "../../core/charges/charged-work.ts";
import type { Transaction } from "../db/connect.ts";
import { rulesOf } from "./rules-of-years.ts";
import { listQuotesOf, type OfTickets } from "./read-other-work.ts";

/**
 * The quotes of tickets for charging: by the hour, with the held prices of their year, or at one price (T3). Work
 * orders are charged as worked and are left out.
 */
export async function loadAuthorisations(
  tx: Transaction,
  of: Omit<OfTickets, "alsoTakenBack">,
): Promise<readonly ChargedAuthorisation[]> {
  const quotes = await listQuotesOf(tx, of);
  const byTheHour = quotes.filter((quote) => quote.fixedPriceCents === null);
  const rules =
    byTheHour.length === 0
      ? null
      : await rulesOf(
          tx,
          byTheHour.map((quote) => quote.termsYear),
        );
  return quotes.map((quote) => ({
    id: quote.id,
    ticketId: quote.ticketId,
    validUntil: quote.validUntil,
    heldRules: quote.fixedPriceCents === null && rules !== null ? rules(quote.termsYear) : null,
    fixedPrice:
      quote.fixedPriceCents === null ? null : { amountCents: quote.fixedPriceCents, deliveredOn: quote.deliveredOn },
  }));
}
