import type { Fields } from "./read-input.ts";

/** The fields in which somebody writes, in the order in which they write them. */
const written = [
  "title",
  "body",
  "message",
  "explanation",
  "description",
  "reason",
  "articleTitle",
  "articleBody",
] as const;

/** What a page adds to its forms by itself. */
const ours = new Set(["madeFor", "idempotencyKey", "version", "seen"]);

/** What somebody wrote in a form, to be read and copied where the form itself cannot be shown. */
export function writtenIn(fields: Fields): string {
  return written
    .map((name) => fields[name]?.[0]?.trim() ?? "")
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Whether somebody filled anything in, so that there is something to keep. */
export function isFilledIn(fields: Fields): boolean {
  return Object.entries(fields).some(([name, values]) => !ours.has(name) && values.some((value) => value !== ""));
}
