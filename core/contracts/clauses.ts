import type { ClauseSection } from "./clause.ts";
import { invoicesSection } from "./clauses-invoices.ts";
import { accessSection, peopleSection } from "./clauses-people.ts";
import { periodSection } from "./clauses-period.ts";
import { ratesSection } from "./clauses-rates.ts";
import { monthSection, ticketSection } from "./clauses-tickets.ts";
import { expectationsSection, stepsSection } from "./clauses-work.ts";
import type { ContractTerms } from "./terms.ts";

/**
 * The whole text of a contract under terms, as the customer signs it: every rule with its numbers, in both languages.
 * Text and execution use the same terms. Throws for terms that name an unknown window. Source: every rule of the
 * contract.
 */
export function contractClauses(terms: ContractTerms): readonly ClauseSection[] {
  return [
    ratesSection(terms),
    ticketSection(terms),
    monthSection(terms),
    expectationsSection(terms),
    stepsSection(terms),
    peopleSection(terms),
    accessSection,
    invoicesSection(terms),
    periodSection(terms),
  ];
}
