import type { Language } from "./language.ts";
import type { Cents } from "./money.ts";

/** The conventions of each language: Dutch of the Netherlands, English of Great Britain. */
export const locales = { nl: "nl-NL", en: "en-GB" } as const;
const noBreak = "\u00a0";

function perLanguage<Formatter>(make: (locale: string) => Formatter): Readonly<Record<Language, Formatter>> {
  return { nl: make(locales.nl), en: make(locales.en) };
}

// Made once: making a formatter costs far more than using it.
const whole = perLanguage((locale) => new Intl.NumberFormat(locale));
const oneDecimal = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const lists = {
  and: perLanguage((locale) => new Intl.ListFormat(locale)),
  or: perLanguage((locale) => new Intl.ListFormat(locale, { type: "disjunction" })),
};

/** Cents as `€ 1.250,00` or `€1,250.00`; below zero as `€ -12,00` or `-€12.00`. */
export function formatMoney(cents: Cents, language: Language): string {
  const size = cents < 0n ? -cents : cents;
  const rest = String(size % 100n).padStart(2, "0");
  return written(cents < 0n, `${whole[language].format(size / 100n)}${language === "nl" ? "," : "."}${rest}`, language);
}

/** A rate in cents, without decimals for whole euros: `€ 100` or `€ 0,23`. */
export function formatRate(cents: Cents, language: Language): string {
  return cents % 100n === 0n && cents >= 0n
    ? written(false, whole[language].format(cents / 100n), language)
    : formatMoney(cents, language);
}

function written(isNegative: boolean, euros: string, language: Language): string {
  const minus = isNegative ? "-" : "";
  return language === "nl" ? `€${noBreak}${minus}${euros}` : `${minus}€${euros}`;
}

/** Whole minutes as `1:15 u` or `1:15 h`. */
export function formatDuration(minutes: number, language: Language): string {
  const size = Math.abs(minutes);
  const clock = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
  return `${minutes < 0 ? "-" : ""}${clock}${noBreak}${language === "nl" ? "u" : "h"}`;
}

/** Texts as a list in a sentence: `a, b en c`, or with `or` between the last two: `a, b of c`. */
export function formatList(texts: readonly string[], language: Language, last: "and" | "or" = "and"): string {
  return lists[last][language].format(texts);
}

/** A decimal number with at most one decimal. */
export function formatDecimal(value: number, language: Language): string {
  return oneDecimal[language].format(value);
}

/** A file's size in whole bytes as `24 kB` or `1,2 MB`. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes}${noBreak}bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}${noBreak}kB`;
  return `${formatDecimal(bytes / 1_000_000, language)}${noBreak}MB`;
}

/** The phrase with a capital, for the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
