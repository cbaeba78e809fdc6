import type { VNode } from "preact";
import type { Language } from "../../../core/values/language.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { TextField } from "../../ui/text-field.tsx";
import { writeHours } from "./staff-input.ts";
import { staffMessages } from "./staff.messages.ts";

interface HoursFieldProps {
  readonly form: TypedForm;
  readonly weeklyMinutes: number;
  readonly language: Language;
}

/** The hours a week that somebody has for tickets. */
export function HoursField({ form, weeklyMinutes, language }: HoursFieldProps): VNode {
  const words = staffMessages(language);
  return (
    <TextField
      {...form.field("hours", writeHours(weeklyMinutes, language))}
      label={words.hours}
      hint={words.hoursHint}
      inputMode="decimal"
      maxLength={6}
      width="short"
      required
    />
  );
}
