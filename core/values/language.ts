/** The two languages of the contract; Dutch is the default. */
export type Language = "nl" | "en";

/** What something is called in both languages. */
export type Names = Readonly<Record<Language, string>>;
