import { locales } from "../../core/values/format.ts";
import type { Language } from "./language.ts";

export { capitalised, formatDuration, formatMoney } from "../../core/values/format.ts";

const noBreak = "\u00a0";

function perLanguage<Formatter>(make: (locale: string) => Formatter): Record<Language, Formatter> {
  return { nl: make(locales.nl), en: make(locales.en) };
}

const oneDecimal = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

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
