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

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** An instant with its offset; seconds may be left out. No work is of another century, and the database knows no year 0000. */
const instant = z
  .string()
  .max(40)
  .regex(instantPattern, "not-a-time")
  .refine(isInstant, "not-a-time")
  .refine((text) => !isInstant(text) || text >= "1900", "out-of-range")
  .transform((text) => Temporal.Instant.from(text));

/** Whom a message or a wait gives the turn. */
export const nextTurn = z.enum(["provider", "customer", "microsoft", "planning"]);
/** Microsoft's case number as a form writes it, where it is asked for. */
export const caseNumber = optionalLine(100)
  .optional()
  .transform((text) => (text === undefined || text === "" ? null : text));

/** On a whole minute: 2026-11-23T09:03+01:00, or 2026-11-23T09:03:00+01:00. */
export const minute = instant.refine(isWholeMinute, "not-whole-minute");

function isWholeMinute({ epochNanoseconds }: Temporal.Instant): boolean {
  return epochNanoseconds % 60_000_000_000n === 0n;
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
