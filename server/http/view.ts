import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { isLanguage, type Language } from "../../core/values/language.ts";
import type { Theme } from "../ui/page.tsx";
import type { Identity } from "./identity.ts";
import { pageBefore } from "./origin.ts";
import type { HttpServices } from "./mount.ts";
import type { View } from "./route.ts";

interface Seen {
  context: Context<{ Bindings: HttpBindings }>;
  identity: Identity | null;
  cookies: Record<string, string>;
  nonce: string;
  services: HttpServices;
}

/**
 * The facts of a request for its pages: language, theme and keys by cookie, else the person's own, else the browser's.
 */
export function viewOf({ context, identity, cookies, nonce, services }: Seen): View {
  const { incoming } = context.env;
  const url = new URL(context.req.url);
  const path = url.pathname + url.search;
  return {
    identity,
    language: languageOf(cookies["language"], identity, incoming.headers["accept-language"]),
    theme: themeOf(cookies["theme"]),
    hasKeys: cookies["keys"] !== "off",
    nonce,
    assets: services.assets,
    path,
    page: incoming.method === "POST" ? pageBefore(incoming.headers.referer, services.origins) : path,
    toast: cookies["flash"] ?? null,
    isDemo: services.isDemo,
    now: services.now(),
    cookies,
    address: services.addressOf(incoming),
  };
}

function languageOf(cookie: string | undefined, identity: Identity | null, accepted: string | undefined): Language {
  if (isLanguage(cookie)) return cookie;
  if (identity !== null) return identity.language;
  return accepted !== undefined && /^\s*en\b/i.test(accepted) ? "en" : "nl";
}

function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
