import { z } from "zod";
import type { Language } from "../../../core/values/language.ts";
import { line } from "../../http/fields.ts";

export const roles = ["consultant", "administrator"] as const;

const longestWeek = 100;

/** Hours a week as people write them: 32, or 28,5; in minutes. */
export const weeklyHours = line(6)
  .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/, "not-a-number")
  .transform((text) => Number(text.replace(",", ".")))
  .pipe(z.number().max(longestWeek))
  .transform((hours) => Math.round(hours * 60));

/** The same, to type over. */
export function writeHours(minutes: number, language: Language): string {
  const hours = String(Math.round((minutes * 100) / 60) / 100);
  return language === "nl" ? hours.replace(".", ",") : hours;
}
