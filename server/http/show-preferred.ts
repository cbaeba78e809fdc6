import { type Answer, redirect } from "./answer.ts";
import type { Asked } from "./carry-out.ts";
import { showGone } from "./hold-form.tsx";
import type { Handling } from "./mount.ts";
import { cookiesOf, type Preferences, preferring } from "./preferences.ts";
import { tellingOf } from "./tell-refusal.ts";
import { showTyped } from "./show-typed.ts";

/**
 * A form that was sent only to see its page in another language or colours: it is shown again as it was filled in, with
 * the files that came along, and nothing is carried out. It is how a page without scripts keeps what was typed and
 * ticked.
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
