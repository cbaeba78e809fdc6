import { z } from "zod";
import { optionalLine, uuid } from "../http/fields.ts";

type Params = Readonly<Record<string, string>>;

export function referenceOf(params: Params): string {
  return params["reference"] ?? "";
}

/** An id from the address; null for what is none, which is not found. */
export function idOf(params: Params): string | null {
  const id = uuid.safeParse(params["id"]);
  return id.success ? id.data : null;
}

/** When the page of a form was made; a form that answers the customer carries it along. */
export const seenAt = z.iso
  .datetime()
  .max(40)
  .transform((text) => Temporal.Instant.from(text))
  .optional();

/** Whom a message or a wait gives the turn. */
export const nextTurn = z.enum(["provider", "customer", "microsoft", "planning"]);
/** Microsoft's case number as a form writes it, where it is asked for. */
export const caseNumber = optionalLine(100)
  .optional()
  .transform((text) => (text === undefined || text === "" ? null : text));

/** An instant on a whole minute, with its offset: 2026-11-23T09:03:00+01:00. */
export const minute = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => Temporal.Instant.from(text).round({ smallestUnit: "minute", roundingMode: "floor" }));
