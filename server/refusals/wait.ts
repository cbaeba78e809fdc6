import type { Language } from "../../core/values/language.ts";

const units = {
  nl: { minute: "minuut", minutes: "minuten", hours: "uur" },
  en: { minute: "minute", minutes: "minutes", hours: "hours" },
} as const;

/** The waiting time: `1 minuut`, `50 minuten`, `2 uur`. */
export function waitOf(minutes: number, language: Language): string {
  const unit = units[language];
  if (minutes > 90) return `${Math.ceil(minutes / 60)} ${unit.hours}`;
  return `${minutes} ${minutes === 1 ? unit.minute : unit.minutes}`;
}

export function secondsOf({ minutes }: { readonly minutes: number }): number {
  return minutes * 60;
}
