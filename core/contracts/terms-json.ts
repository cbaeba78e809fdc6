import type { ContractTerms } from "./terms.ts";

/** Terms as plain JSON for storage and exchange. Cents become integers. The shell reads and checks them. */
export function termsToJson(terms: ContractTerms): Record<string, unknown> {
  return {
    ...terms,
    windows: terms.windows.map((window) => ({ ...window, hourlyRate: Number(window.hourlyRate) })),
    additionalTicketRate: Number(terms.additionalTicketRate),
  };
}
