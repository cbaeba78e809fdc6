import { ownerField } from "./form-owner.ts";
import type { Fields } from "./read-input.ts";

/** The text fields of forms, in their order on the pages. */
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

/** The fields that a page adds to its forms by itself. */
const ours = new Set([ownerField, "idempotencyKey", "version", "seen"]);

/** The text of a form, to read and copy when the form itself cannot be shown. */
export function writtenIn(fields: Fields): string {
  return written
    .map((name) => fields[name]?.[0]?.trim() ?? "")
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Whether somebody filled anything in. Then the form is worth keeping. */
export function isFilledIn(fields: Fields): boolean {
  return Object.entries(fields).some(([name, values]) => !ours.has(name) && values.some((value) => value !== ""));
}
