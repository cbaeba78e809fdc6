import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "./language.ts";

/** Set once by the layout, so that a building block deep in a page need not be handed the language. */
export const LanguageContext = createContext<Language>("nl");

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
