import { type Answer, redirect } from "./answer.ts";
import type { Asked } from "./carry-out.ts";
import { showGone } from "./hold-form.tsx";
import type { Handling } from "./mount.ts";
import { cookiesOf, type Preferences, preferring } from "./preferences.ts";
import { tellingOf } from "./tell-refusal.ts";
import { showTyped } from "./show-typed.ts";

/**
 * Answers a form that was sent only to change language or colours. The page shows it again as it was filled in, with
 * its files, and nothing is carried out. So a page without scripts keeps its text and ticks.
 */
export async function showPreferred(handling: Handling, asked: Asked, preferences: Preferences): Promise<Answer> {
  const { language } = preferences;
  const { identity } = handling.view;
  if (language !== undefined && identity !== null) await handling.services.saveLanguage(identity.personId, language);
  const cookies = cookiesOf(preferences);
  const view = preferring(handling.view, preferences);
  const shown = await showTyped({ ...handling, view }, asked, { code: "not-sent" });
  if (shown.kind === "refused")
    return tellingOf(shown.refusal, { ...showGone(view, asked.body, shown.refusal), cookies });
  return shown.kind === "page" ? { ...shown, status: 200, cookies } : redirect("/", { cookies });
}
