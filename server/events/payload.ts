import { isDeepStrictEqual } from "node:util";
import { type AnyEvent, eventSchema } from "./catalogue/all.ts";

/**
 * A payload for storing. It is read back at once: a payload that the catalogue would not read, or would read
 * differently, is never recorded.
 */
export function writePayload({ kind, payload }: Pick<AnyEvent, "kind" | "payload">): string {
  const written = toJson(payload);
  const stored: unknown = JSON.parse(written);
  const read = eventSchema.safeParse({ kind, payload: stored });
  if (!read.success) throw new Error(`the payload of ${kind} does not fit the catalogue`, { cause: read.error });
  if (!isDeepStrictEqual(JSON.parse(toJson(read.data.payload)), stored))
    throw new Error(`the payload of ${kind} says what the catalogue does not name`);
  return written;
}

/** The event of a row; null for one that this version cannot read, because it is newer or was tampered with. */
export function readEvent(row: { readonly kind: string; readonly payload: unknown }): AnyEvent | null {
  const read = eventSchema.safeParse({ kind: row.kind, payload: row.payload });
  return read.success ? read.data : null;
}

function toJson(payload: unknown): string {
  return JSON.stringify(payload, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}
