import type { Window } from "../calendar/windows.ts";
import type { ContractTerms } from "./terms.ts";
import type { Cents } from "../values/money.ts";

type RateTerms = Pick<ContractTerms, "rates" | "additionalTicketRate" | "additionalTicketRule">;

/**
 * Cents an hour of a window for a ticket. An additional ticket costs the additional rate, always (`flat`) or where
 * the window's own rate is not higher (`at-least`). Source: contract M4, T5.
 */
export function hourlyRateFor(window: Window, isAdditional: boolean, terms: RateTerms): Cents {
  const rate = terms.rates[window];
  if (!isAdditional) return rate;
  const isDearer = rate > terms.additionalTicketRate;
  return terms.additionalTicketRule === "at-least" && isDearer ? rate : terms.additionalTicketRate;
}
