import type { Window } from "../calendar/week.ts";
import type { Cents } from "../values/money.ts";
import { type ContractTerms, windowOf } from "./terms.ts";

type RateTerms = Pick<ContractTerms, "windows" | "additionalTicketRate" | "additionalTicketRule">;

/**
 * The price of an hour in a window for a ticket, in cents. An additional ticket costs the additional rate: always
 * (`flat`), or unless the window's own rate is higher (`at-least`). Source: contract M4, T5.
 */
export function hourlyRateFor(window: Window, isAdditional: boolean, terms: RateTerms): Cents {
  const rate = windowOf(window, terms).hourlyRate;
  if (!isAdditional) return rate;
  const isDearer = rate > terms.additionalTicketRate;
  return terms.additionalTicketRule === "at-least" && isDearer ? rate : terms.additionalTicketRate;
}
