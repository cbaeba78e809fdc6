import type { Language } from "../../values/language.ts";
import type { AddendumTerms } from "../addendum.ts";
import type { Clause, ClauseSection } from "../clause.ts";

/** The clauses of sections, one after the other, for the tests of the contract's text. */
export function clausesOf(sections: readonly ClauseSection[]): readonly Clause[] {
  return sections.flatMap(({ clauses }) => clauses);
}

/** A clause as one line of text, its table's cells after its words. */
export function readIn(language: Language, { text, table }: Clause): string {
  const cells = [...(table?.columns ?? []).map(({ title }) => title), ...(table?.rows ?? []).flat()];
  return [text, ...cells].map((names) => names[language].replaceAll("\u00a0", " ")).join(" | ");
}

/** All clauses in a language, one a line. */
export function wholeText(language: Language, sections: readonly ClauseSection[]): string {
  return clausesOf(sections)
    .map((clause) => readIn(language, clause))
    .join("\n");
}

/** An addendum with a minimum and travel by the kilometre. */
export const exampleAddendum: AddendumTerms = {
  visitHourlyRate: 12_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "per-kilometre", centsPerKilometre: 23n },
};
