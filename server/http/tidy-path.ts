import { patternOf } from "./path-pattern.ts";
import type { Route } from "./route.ts";

const anyCaseReference = /^k\d\d-\d{5,}$/i;

/**
 * The address of a page as we write it, for one that was changed on its way: without the slash that was put behind it,
 * its ticket's reference in capitals. Null for an address that is written so already, or that no page has; the API
 * stays closed.
 */
export function tidyPath(path: string, routes: readonly Pick<Route, "method" | "path">[]): string | null {
  const segments = path.replace(/\/+$/, "").split("/");
  const tidy = segments.map((one) => (anyCaseReference.test(one) ? one.toUpperCase() : one)).join("/") || "/";
  if (tidy === path || tidy.startsWith("/api/")) return null;
  return routes.some((route) => route.method === "GET" && patternOf(route.path).test(tidy)) ? tidy : null;
}
