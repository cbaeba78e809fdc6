import type { Language } from "../../core/values/language.ts";

/** A phrase, a phrase with parameters, or a group of phrases. */
type Phrases = { readonly [key: string]: string | ((...values: never[]) => string) | Phrases };

/** The same keys and parameters; only the words may differ. */
type SamePhrases<P> = {
  readonly [K in keyof P]: P[K] extends string
    ? string
    : P[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SamePhrases<P[K]>;
};

/**
 * Words in both languages. The English ones must have exactly the keys and parameters of the Dutch ones, so that no
 * page is half translated. The result picks a language.
 */
export function defineMessages<const P extends Phrases>(words: {
  nl: P;
  en: SamePhrases<NoInfer<P>>;
}): (language: Language) => SamePhrases<P> {
  const dutch: unknown = words.nl;
  const both = { nl: dutch as SamePhrases<P>, en: words.en };
  return (language) => both[language];
}
