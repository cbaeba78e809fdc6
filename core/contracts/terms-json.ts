import type { ContractTerms } from "./terms.ts";

/** Terms as plain JSON for storage and exchange; cents become integers. The shell reads them back and checks them. */
export function termsToJson(terms: ContractTerms): Record<string, unknown> {
  return {
    ...terms,
    windows: terms.windows.map((window) => ({ ...window, hourlyRate: Number(window.hourlyRate) })),
    additionalTicketRate: Number(terms.additionalTicketRate),
  };
}
