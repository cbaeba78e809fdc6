import { describe, expect, it } from "vitest";
import type { AddendumTerms } from "./addendum.ts";
import { exampleAddendum, wholeText } from "./testing/clause-examples.ts";
import { addendumClauses } from "./clauses-addendum.ts";

/** A setting's change and what is read of it in each language. */
interface Reads {
  readonly to: Partial<AddendumTerms>;
  readonly nl: string;
  readonly en: string;
}

/** Every setting of the on-site addendum. */
const addendumSettings: { readonly [Name in keyof AddendumTerms]: readonly Reads[] } = {
  visitHourlyRate: [{ to: { visitHourlyRate: 13_250n }, nl: "op locatie kost € 132,50", en: "on site costs €132.50" }],
  minimumVisitMinutes: [{ to: { minimumVisitMinutes: 90 }, nl: "minstens 1:30 u", en: "at least 1:30 h" }],
  travel: [
    {
      to: { travel: { kind: "per-kilometre", centsPerKilometre: 31n } },
      nl: "€ 0,31 zonder btw per gereden kilometer",
      en: "€0.31 without VAT for each kilometre driven",
    },
    {
      to: { travel: { kind: "fixed", centsPerVisit: 4500n } },
      nl: "€ 45 zonder btw per bezoek",
      en: "€45 without VAT for each visit",
    },
  ],
};

const addendumChanges = Object.entries(addendumSettings).flatMap(([name, changes]) =>
  changes.map((change) => ({ ...change, name, said: `"${change.nl}"` })),
);

describe("the text of an addendum", () => {
  it.each(addendumChanges)("says $said when $name is changed, in both languages", ({ name, to, nl, en }) => {
    expect(Object.keys(to)).toEqual([name]);
    const [before, after] = [addendumClauses(exampleAddendum), addendumClauses({ ...exampleAddendum, ...to })];
    for (const [language, words] of [["nl", nl] as const, ["en", en] as const]) {
      expect(wholeText(language, before)).not.toContain(words);
      expect(wholeText(language, after)).toContain(words);
    }
  });

  it("names no minimum where there is none", () => {
    expect(wholeText("nl", addendumClauses({ ...exampleAddendum, minimumVisitMinutes: 0 }))).not.toContain("minstens");
  });
});
