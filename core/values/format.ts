import type { Language } from "./language.ts";
import type { Cents } from "./money.ts";

export const locales = { nl: "nl-NL", en: "en-GB" } as const;
const noBreak = "\u00a0";

const whole = { nl: new Intl.NumberFormat(locales.nl), en: new Intl.NumberFormat(locales.en) };

/** An amount in cents as `€ 1.250,00` or `€1,250.00`; below zero as the language writes it: `€ -12,00` or `-€12.00`. */
export function formatMoney(cents: Cents, language: Language): string {
  const size = cents < 0n ? -cents : cents;
  const rest = String(size % 100n).padStart(2, "0");
  return written(cents < 0n, `${whole[language].format(size / 100n)}${language === "nl" ? "," : "."}${rest}`, language);
}

/** A rate in cents, without cents where it has none: `€ 100` or `€ 0,23`. */
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

/** A phrase as it stands at the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
