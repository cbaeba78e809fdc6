import type { Language } from "../../core/values/language.ts";

/** A person on a demo's sign-in page. */
export interface Persona {
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
  readonly role: "contact" | "signatory" | "consultant" | "administrator";
  /** The person's places at customers; empty for staff. */
  readonly places: readonly PersonaPlace[];
  /** A line about the person. */
  readonly line: { readonly nl: string; readonly en: string };
}

export interface PersonaPlace {
  readonly organisation: string;
  readonly seat: 1 | 2 | null;
  readonly isSignatory: boolean;
}
