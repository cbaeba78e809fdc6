import { patternOf } from "./path-pattern.ts";
import type { Route } from "./route.ts";

const anyCaseReference = /^k\d\d-\d{5,}$/i;

/**
 * The proper address of a page for an altered one: without a final slash, and with its ticket's reference in capitals.
 * Null for a proper or unknown address. The API has no altered addresses.
 */
export function tidyPath(path: string, routes: readonly Pick<Route, "method" | "path">[]): string | null {
  const segments = path.replace(/\/+$/, "").split("/");
  const tidy = segments.map((one) => (anyCaseReference.test(one) ? one.toUpperCase() : one)).join("/") || "/";
  if (tidy === path || tidy.startsWith("/api/")) return null;
  return routes.some((route) => route.method === "GET" && patternOf(route.path).test(tidy)) ? tidy : null;
}
