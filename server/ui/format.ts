import type { Language } from "./language.ts";

/** Every date and time a person sees is of the provider's clock. */
export const timeZone = "Europe/Amsterdam";

const locales = { nl: "nl-NL", en: "en-GB" } as const;
const noBreak = "\u00a0";

function perLanguage<Formatter>(make: (locale: string) => Formatter): Record<Language, Formatter> {
  return { nl: make(locales.nl), en: make(locales.en) };
}

const whole = perLanguage((locale) => new Intl.NumberFormat(locale));
const oneDecimal = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

/** An amount in cents as `€ 1.250,00` or `€1,250.00`; below zero as the language writes it: `€ -12,00` or `-€12.00`. */
export function formatMoney(cents: bigint, language: Language): string {
  const size = cents < 0n ? -cents : cents;
  const euros = whole[language].format(size / 100n);
  const rest = String(size % 100n).padStart(2, "0");
  const minus = cents < 0n ? "-" : "";
  return language === "nl" ? `€${noBreak}${minus}${euros},${rest}` : `${minus}€${euros}.${rest}`;
}

/** Whole minutes as `1:15 u` or `1:15 h`. */
export function formatDuration(minutes: number, language: Language): string {
  const size = Math.abs(minutes);
  const clock = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
  return `${minutes < 0 ? "-" : ""}${clock}${noBreak}${language === "nl" ? "u" : "h"}`;
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
