/** The two languages of the contract and the product; Dutch is the default. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

/** Whether a value from outside is one of the two languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** A name in both languages. */
export type Names = Readonly<Record<Language, string>>;
