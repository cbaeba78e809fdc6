import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../core/values/language.ts";

/** The language of the page, set by the layout, so that components deep in a page need no parameter for it. */
export const LanguageContext = createContext<Language>("nl");

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
