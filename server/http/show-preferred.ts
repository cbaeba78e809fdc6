import { type Answer, redirect } from "./answer.ts";
import type { Asked } from "./carry-out.ts";
import type { Handling } from "./mount.ts";
import { cookiesOf, type Preferences, preferring } from "./preferences.ts";
import { showTyped } from "./show-typed.ts";

/**
 * A form that was sent only to see its page in another language or colours: it is shown again as it was filled in, with the files that
 * came along, and nothing is carried out. It is how a page without scripts keeps what was typed and ticked.
 */
export async function showPreferred(handling: Handling, asked: Asked, preferences: Preferences): Promise<Answer> {
  const { services, view } = handling;
  const { language } = preferences;
  if (language !== undefined && view.identity !== null) await services.saveLanguage(view.identity.personId, language);
  const cookies = cookiesOf(preferences);
  const shown = await showTyped({ ...handling, view: preferring(view, preferences) }, asked, { code: "not-sent" });
  return shown.kind === "page" ? { ...shown, status: 200, cookies } : redirect("/", { cookies });
}
