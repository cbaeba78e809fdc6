import { describe, expect, it } from "vitest";
import { officeWeek } from "../calendar/week.ts";
import type { Language } from "../values/language.ts";
import { type ClauseSection, type RuleId, ruleIds } from "./clause.ts";
import { clausesOf, exampleAddendum, readIn, wholeText } from "./testing/clause-examples.ts";
import { contractClauses } from "./clauses.ts";
import { addendumClauses } from "./clauses-addendum.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "./terms.ts";

const terms = defaultTerms(2026);
const languages = ["nl", "en"] as const;

/** The rules whose clauses read differently. */
function rulesThatDiffer(language: Language, before: readonly ClauseSection[], after: readonly ClauseSection[]) {
  const read = (sections: readonly ClauseSection[]) =>
    new Set(clausesOf(sections).map((clause) => `${clause.rule} ${readIn(language, clause)}`));
  const [old, changed] = [read(before), read(after)];
  const different = [...old, ...changed].filter((text) => old.has(text) !== changed.has(text));
  return new Set(different.map((text) => text.split(" ")[0]));
}

/** A setting's change, what is read of it in each language, and the rules of the clauses that say so. */
interface Reads<Terms> {
  readonly to: Partial<Terms>;
  readonly rules: readonly RuleId[];
  readonly nl: string;
  readonly en: string;
}

const rates = { office: 10_000n, outside: 12_500n, "weekend-holiday": 14_500n };

/** Every setting of the contract: a new one does not compile until it is read in the contract. */
const settings: { readonly [Name in keyof ContractTerms]: readonly Reads<ContractTerms>[] } = {
  year: [
    { to: { year: 2027 }, rules: ["CE2", "K1", "K3", "K4", "K5"], nl: "voorwaarden van 2027", en: "terms of 2027" },
  ],
  timeZone: [{ to: { timeZone: "Europe/Lisbon" }, rules: ["CE1"], nl: "Europe/Lisbon", en: "Europe/Lisbon" }],
  windows: [
    {
      to: { windows: standardWindows({ ...rates, outside: 13_050n }) },
      rules: ["M4"],
      nl: "buiten kantooruren | maandag tot en met vrijdag van 0:00 tot 9:00 en van 17:00 tot 24:00 | € 130,50",
      en: "outside office hours | Monday to Friday from 0:00 to 9:00 and from 17:00 to 24:00 | €130.50",
    },
    {
      // A cheaper office hour also makes the start fee cheaper.
      to: { windows: standardWindows({ ...rates, office: 9000n }) },
      rules: ["M4", "T1"],
      nl: "het starttarief: € 22,50",
      en: "the start fee: €22.50",
    },
    {
      to: { windows: terms.windows.map((one) => ({ ...one, names: { nl: `${one.id} nl`, en: `${one.id} en` } })) },
      rules: ["M4", "M5"],
      nl: "weekend-holiday nl | zaterdag",
      en: "weekend-holiday en | Saturday",
    },
  ],
  week: [
    {
      to: { week: officeWeek({ opens: "08:30", closes: "18:00" }) },
      rules: ["M4"],
      nl: "maandag tot en met vrijdag van 8:30 tot 18:00",
      en: "Monday to Friday from 8:30 to 18:00",
    },
  ],
  usualWindow: [
    {
      to: { usualWindow: "outside" },
      rules: ["M5", "T1"],
      nl: "telt elke minuut als ‘buiten kantooruren’",
      en: "every minute counts as ‘outside office hours’",
    },
  ],
  liberationDay: [
    { to: { liberationDay: "always" }, rules: ["CE2"], nl: "Bevrijdingsdag (5 mei)", en: "Liberation Day (5 May)" },
    {
      to: { liberationDay: "never" },
      rules: ["CE2"],
      nl: "Bevrijdingsdag is geen feestdag",
      en: "Liberation Day is no public holiday",
    },
  ],
  additionalTicketRate: [
    {
      to: { additionalTicketRate: 11_875n },
      rules: ["M4", "T1", "T5"],
      nl: "minstens € 118,75",
      en: "at least €118.75",
    },
  ],
  additionalTicketRule: [
    {
      to: { additionalTicketRule: "flat" },
      rules: ["M4", "T5"],
      nl: "€ 115, op welk moment we ook werken",
      en: "€115, whenever we work",
    },
  ],
  ticketsPerMonth: [
    {
      to: { ticketsPerMonth: 20 },
      rules: ["T4", "T5"],
      nl: "omvat 20 tickets per kalendermaand",
      en: "covers 20 tickets a calendar month",
    },
    {
      to: { ticketsPerMonth: null },
      rules: ["M4", "T1", "T4", "T5", "T6"],
      nl: "Er is geen maximum",
      en: "There is no limit",
    },
  ],
  contactSeats: [
    { to: { contactSeats: 1 }, rules: ["P2"], nl: "hooguit 1 contactpersoon aan", en: "at most 1 contact." },
  ],
  startFeeMinutes: [
    { to: { startFeeMinutes: 30 }, rules: ["D1", "T1"], nl: "minstens 0:30 u administratie", en: "at least 0:30 h" },
    { to: { startFeeMinutes: 0 }, rules: ["D1", "T1"], nl: "er is geen starttarief", en: "there is no start fee" },
  ],
  authorisedMinutes: [
    { to: { authorisedMinutes: 240 }, rules: ["T2"], nl: "hooguit 4:00 u, het starttarief", en: "at most 4:00 h on" },
  ],
  researchMinutes: [
    { to: { researchMinutes: 90 }, rules: ["D2"], nl: "in hooguit 1:30 u op te lossen", en: "in 1:30 h at most" },
  ],
  researchWarnings: [
    { to: { researchWarnings: [45, 5] }, rules: ["D2"], nl: "0:45 u en 0:05 u", en: "0:45 h and 0:05 h" },
  ],
  workOrderLimitMinutes: [
    { to: { workOrderLimitMinutes: 300 }, rules: ["T3"], nl: "tot en met 5:00 u als", en: "including 5:00 h as" },
  ],
  vatPercent: [{ to: { vatPercent: 22 }, rules: ["CE5"], nl: "komt 22% btw", en: "22% VAT" }],
  reducedVatPercent: [{ to: { reducedVatPercent: 6 }, rules: ["CE5"], nl: "tarief 6%", en: "6% to costs" }],
  noticeMonths: [
    {
      // Terminated in March: the end of May is two whole months after it.
      to: { noticeMonths: 2 },
      rules: ["K3"],
      nl: "2 hele maanden na de maand van de opzegging: opgezegd op 10 maart 2026 eindigt het op 31 mei 2026",
      en: "2 whole months after the month in which it is given: terminated on 10 March 2026 it ends on 31 May 2026",
    },
  ],
  renewalFromMonth: [
    { to: { renewalFromMonth: 9 }, rules: ["K5"], nl: "Vanaf 1 september 2026", en: "From 1 September 2026" },
  ],
  pickupAim: [
    { to: { pickupAim: { days: 5, kind: "calendar" } }, rules: ["B3"], nl: "binnen 5 dagen", en: "within 5 days" },
    {
      to: { pickupAim: { days: 3, kind: "working" } },
      rules: ["B3"],
      nl: "binnen 3 werkdagen na de dag waarop je het aanmaakt, weekenden en feestdagen niet meegeteld",
      en: "within 3 working days after the day you create it, weekends and public holidays not counted",
    },
  ],
  paymentDays: [{ to: { paymentDays: 30 }, rules: ["M3"], nl: "binnen 30 dagen", en: "within 30 days" }],
};

const changesOf = Object.entries(settings).flatMap(([name, changes]) =>
  changes.map((change) => ({ ...change, name, said: `"${change.nl}"` })),
);

describe("the text of the contract", () => {
  it.each(changesOf)("says $said when $name is changed, in both languages", ({ name, to, rules, nl, en }) => {
    expect(Object.keys(to)).toEqual([name]);
    const [before, after] = [contractClauses(terms), contractClauses({ ...terms, ...to })];
    for (const [language, words] of [["nl", nl] as const, ["en", en] as const]) {
      expect(wholeText(language, before)).not.toContain(words);
      expect(wholeText(language, after)).toContain(words);
      expect(rulesThatDiffer(language, before, after)).toEqual(new Set(rules));
    }
  });

  it("has a clause for every rule, and says nothing twice", () => {
    const clauses = clausesOf(contractClauses(terms));
    expect(new Set(clauses.map(({ rule }) => rule))).toEqual(new Set(ruleIds));
    for (const language of languages)
      expect(new Set(clauses.map(({ text }) => text[language])).size).toBe(clauses.length);
  });

  it("tells the rates as a table that is whole: a cell of each row for each column", () => {
    for (const changed of [terms, { ...terms, ticketsPerMonth: null }]) {
      const table = clausesOf(contractClauses(changed)).find(({ rule }) => rule === "M4")?.table;
      expect(table?.rows).toHaveLength(3);
      expect(table?.rows.map((row) => row.length)).toEqual(table?.rows.map(() => table.columns.length));
    }
  });

  it("says that hours cost the same where there is one window", () => {
    const [window] = standardWindows(rates);
    const always = [{ from: "00:00", window: "office" }];
    const week = { monday: always, tuesday: always, wednesday: always, thursday: always, friday: always };
    const single = {
      ...terms,
      windows: window === undefined ? [] : [window],
      week: { ...week, saturday: always, sunday: always, holiday: always },
    };
    expect(wholeText("nl", contractClauses(single))).toContain("Er is één tarief: kantooruren");
    expect(wholeText("en", contractClauses(single))).toContain("There is one rate: office hours");
  });
});

describe("no clause", () => {
  const told = [...clausesOf(contractClauses(terms)), ...clausesOf(addendumClauses(exampleAddendum))].flatMap(
    (clause) =>
      languages.flatMap((language) =>
        readIn(language, clause)
          .split(/(?<=[.;:]) /)
          .map((sentence) => ({ rule: clause.rule, sentence })),
      ),
  );
  const saying = (pattern: RegExp) => told.filter(({ sentence }) => pattern.test(sentence));

  it("promises a deadline: a number of days is an aim, or the customer's to pay in (B1)", () => {
    const timed = saying(/\b(binnen|within) \d+ /);
    expect(new Set(timed.map(({ rule }) => rule))).toEqual(new Set(["B3", "M3"]));
    for (const { rule, sentence } of timed) if (rule === "B3") expect(sentence).toMatch(/streven ernaar|We aim to/);
    expect(saying(/deadline|uiterlijk|at the latest|altijd bereikbaar|always available/i)).toEqual([]);
  });

  it("guarantees or promises anything (B1, S1)", () => {
    const strong = saying(/garande|garantie|guarantee|belo(?:o|v)|promise|toezegging|commitment|verzeker/i);
    for (const { sentence } of strong) expect(sentence).toMatch(/\b(geen|niet|no|not|cannot)\b/);
    expect(new Set(strong.map(({ rule }) => rule))).toEqual(new Set(["B3", "S1"]));
  });

  it("shouts or is empty", () => {
    expect(saying(/!/)).toEqual([]);
    for (const { sentence } of told) expect(sentence.trim()).not.toBe("");
  });
});
