import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { breakLongWords } from "./break-words.ts";

/** A whole page as text. Preact escapes everything except Prose (R07). */
export function renderPage(page: VNode): string {
  return `<!doctype html>${breakLongWords(renderToString(page))}`;
}
