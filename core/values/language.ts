/** The two languages of the contract; Dutch is the default. */
export type Language = "nl" | "en";

/** A name in both languages. */
export type Names = Readonly<Record<Language, string>>;
