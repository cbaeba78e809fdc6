import type { ChargedAuthorisation } from "../../core/charges/charged-work.ts";
import type { Transaction } from "../db/connect.ts";
import { rulesOf } from "./rules-of-years.ts";
import { listQuotesOf, type OfTickets } from "./store-other-work.ts";

/**
 * The quotes of tickets as charging knows them: by the hour with the prices of the year they were asked in, which they
 * hold, or at one price (T3). Work orders are charged as worked and need nothing here.
 */
export async function loadAuthorisations(
  tx: Transaction,
  of: Omit<OfTickets, "alsoTakenBack">,
): Promise<readonly ChargedAuthorisation[]> {
  const quotes = await listQuotesOf(tx, of);
  const byTheHour = quotes.filter((quote) => quote.fixed_price_cents === null);
  const rules =
    byTheHour.length === 0
      ? null
      : await rulesOf(
          tx,
          byTheHour.map((quote) => quote.terms_year),
        );
  return quotes.map((quote) => ({
    id: quote.id,
    ticketId: quote.ticket_id,
    validUntil: quote.valid_until,
    heldRules: quote.fixed_price_cents === null && rules !== null ? rules(quote.terms_year) : null,
    fixedPrice:
      quote.fixed_price_cents === null
        ? null
        : { amountCents: quote.fixed_price_cents, deliveredOn: quote.delivered_on },
  }));
}
