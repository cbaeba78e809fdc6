import { refuse } from "../../core/values/result.ts";
import { type Answer, redirect } from "./answer.ts";
import { heldMessages } from "./held.messages.ts";
import { goOnPath, offerKept, showGone } from "./hold-form.tsx";
import { findKeptForm, forgetKeptForm, type KeptForm } from "./kept-forms.ts";
import { matchOwner } from "./form-owner.ts";
import type { Asking, Handling } from "./mount.ts";
import { parametersOf } from "./path-pattern.ts";
import type { Body } from "./read-input.ts";
import { refusalAnswer } from "./refusal-answer.tsx";
import { tellingOf } from "./tell-refusal.ts";
import type { Route } from "./route.ts";
import { showTyped } from "./show-typed.ts";

/** Shows a kept form again, filled in, to the person it was made for (R43). */
export async function goOn(asking: Asking, routes: readonly Route[]): Promise<Answer> {
  const { services, view } = asking;
  if (view.identity === null) return redirect(`/sign-in?next=${encodeURIComponent(goOnPath)}`);
  const kept = await findKeptForm(services.databases, view.cookies["kept"], services.systemNow());
  if (kept === null) return redirect("/", { toast: heldMessages(view.language).nothingKept });
  const found = findRoute(routes, kept.path);
  if (found === null) return redirect("/");
  const handling: Handling = { ...asking, route: found.route };
  const match = matchOwner(kept.owner, view.identity, found.route.access);
  if (match !== "same") return offerKept(services, view, kept, match);
  const actor = found.route.access.admit(view.identity);
  if (actor === null) return refusalAnswer({ refusal: { code: "not-allowed" }, ...handling });
  const asked = { actor, params: found.params, body: bodyOf(kept) };
  const shown = await showTyped(handling, asked, { code: "not-sent" });
  if (shown.kind === "refused") return tellingOf(shown.refusal, showGone(view, asked.body, shown.refusal));
  return shown.kind === "page" ? { ...shown, status: 200 } : shown;
}

/** Forgets a kept form once the browser has sent it. */
export async function forgetOnceSent({ services, view, context }: Asking, answer: Answer): Promise<Answer> {
  const cookie = view.cookies["kept"];
  if (cookie === undefined || answer.kind !== "redirect") return answer;
  const kept = await findKeptForm(services.databases, cookie, services.systemNow());
  if (kept !== null && kept.path !== context.req.path) return answer;
  await forgetKeptForm(services.databases, cookie);
  return { ...answer, cookies: [...answer.cookies, { name: "kept", value: "", maxAgeSeconds: 0 }] };
}

function findRoute(routes: readonly Route[], path: string) {
  for (const route of routes) {
    const params = route.method === "POST" ? parametersOf(route.path, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

/** The files themselves were not kept. Each is named, to be chosen again. */
function bodyOf({ fields, files }: KeptForm): Body {
  return {
    fields,
    json: undefined,
    uploads: files.map((name) => ({ field: "files", name, outcome: refuse({ code: "choose-again", name }) })),
  };
}
