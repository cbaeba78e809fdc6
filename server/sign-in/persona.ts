/** Somebody a demo can be used as, offered on its sign-in page. */
export interface Persona {
  readonly name: string;
  readonly mailAddress: string;
  readonly language: "nl" | "en";
  readonly role: "contact" | "signatory" | "consultant" | "administrator";
  /** The places this person has at customers; empty for the provider's own people. */
  readonly places: readonly PersonaPlace[];
  /** One line of who they are. */
  readonly line: { readonly nl: string; readonly en: string };
}

export interface PersonaPlace {
  readonly organisation: string;
  readonly seat: 1 | 2 | null;
  readonly isSignatory: boolean;
}
