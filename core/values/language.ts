/** The two languages of the contract and the product; Dutch is the default. */
export type Language = "nl" | "en";

/** Whether a value from outside is one of the two languages. */
export function isLanguage(value: unknown): value is Language {
  return value === "nl" || value === "en";
}

/** A name in both languages. */
export type Names = Readonly<Record<Language, string>>;
