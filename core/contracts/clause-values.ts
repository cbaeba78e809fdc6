import { formatLongDate } from "../calendar/format-time.ts";
import { formatDuration, formatMoney, formatRate } from "../values/format.ts";
import type { Language, Names } from "../values/language.ts";
import type { Cents } from "../values/money.ts";

/** Something in both languages. */
export function inBoth(tell: (language: Language) => string): Names {
  return { nl: tell("nl"), en: tell("en") };
}

/** Whole minutes in both languages: `2:15 u`, `2:15 h`. */
export function lasting(minutes: number): Names {
  return inBoth((language) => formatDuration(minutes, language));
}

/** An amount in cents in both languages: `€ 25,00`, `€25.00`. */
export function money(cents: Cents): Names {
  return inBoth((language) => formatMoney(cents, language));
}

/** A rate in cents in both languages, whole euros without cents: `€ 115`, `€115`. */
export function rateOf(cents: Cents): Names {
  return inBoth((language) => formatRate(cents, language));
}

/** A local date in both languages: `1 november 2026`, `1 November 2026`. */
export function dateOf(date: Temporal.PlainDate): Names {
  return inBoth((language) => formatLongDate(date, language));
}

/** A number with the word for what it counts. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
