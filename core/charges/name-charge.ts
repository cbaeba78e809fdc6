import type { Language } from "../values/language.ts";
import type { Charge, ChargeKind } from "./charge.ts";

const names: Readonly<Record<Language, Readonly<Record<ChargeKind, string>>>> = {
  nl: {
    "start-fee": "Starttarief",
    work: "Werk",
    quote: "Werk voor één prijs",
    visit: "Werk op locatie",
    travel: "Reiskosten",
    cost: "Andere kosten",
    correction: "Correctie",
  },
  en: {
    "start-fee": "Start fee",
    work: "Work",
    quote: "Work at one price",
    visit: "Work on site",
    travel: "Travel",
    cost: "Other costs",
    correction: "Correction",
  },
};

/** The name of a kind of charge, in a word or two. Source: contract T1, M4, T3, A3, "Charges, exactly" 7. */
export function nameKind(kind: ChargeKind, language: Language): string {
  return names[language][kind];
}

/**
 * The name of a charge, such as "Werk, buiten kantooruren". The start fee has no window in its name: nobody chose one.
 * Source: contract M4.
 */
export function nameCharge({ kind, windowNames }: Pick<Charge, "kind" | "windowNames">, language: Language): string {
  const name = nameKind(kind, language);
  return kind !== "work" || windowNames === null ? name : `${name}, ${windowNames[language]}`;
}
