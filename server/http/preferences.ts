import { z } from "zod";
import type { Language } from "../../core/values/language.ts";
import type { Theme } from "../ui/page.tsx";
import type { Cookie } from "./answer.ts";
import type { Fields } from "./read-input.ts";
import type { View } from "./route.ts";

const year = 365 * 24 * 3600;

/** The field of a button that sets a preference, in any form: `language:en`. */
export const preferenceField = "preference";

/** One preference, as its button sends it. */
export const preference = z.enum([
  "theme:light",
  "theme:dark",
  "theme:system",
  "language:nl",
  "language:en",
  "keys:on",
  "keys:off",
]);

/** A person's preferences for pages. A missing one stays the same. */
export interface Preferences {
  readonly theme?: Theme | undefined;
  readonly language?: Language | undefined;
  readonly keys?: "on" | "off" | undefined;
}

/** The preference in a form's fields, besides the form's own purpose; null for none. */
export function preferencesIn(fields: Fields): Preferences | null {
  const said = preference.safeParse(fields[preferenceField]?.[0]);
  return said.success ? preferencesOf(said.data) : null;
}

export function preferencesOf(said: z.output<typeof preference>): Preferences {
  const [name, value] = said.split(":");
  return { [name ?? ""]: value };
}

/** The fields without the preference, as the form alone would send them. */
export function withoutPreference<Sent extends { readonly fields: Fields }>(sent: Sent): Sent {
  const { [preferenceField]: _, ...fields } = sent.fields;
  return { ...sent, fields };
}

/** The cookies that make the browser remember. */
export function cookiesOf({ theme, language, keys }: Preferences): readonly Cookie[] {
  return Object.entries({ keys, theme, language }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, maxAgeSeconds: year }],
  );
}

/** The view with these preferences. */
export function preferring(view: View, { theme, language, keys }: Preferences): View {
  return {
    ...view,
    theme: theme ?? view.theme,
    language: language ?? view.language,
    hasKeys: keys === undefined ? view.hasKeys : keys === "on",
  };
}
