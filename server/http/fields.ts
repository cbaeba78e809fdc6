import { z } from "zod";
import { cleanLine, cleanText } from "../../core/values/clean-text.ts";
import type { FieldProblem } from "../../core/values/refusal.ts";
import { readDuration } from "../ui/duration-text.ts";
import { readMoney } from "../ui/money-text.ts";

// The pieces closed schemas are made of: every text cleaned and bounded, nothing else coerced silently.

/** A line of text of which something can be seen. */
export const line = (longest: number) => optionalLine(longest).min(1);
/** A line that may be left empty; one of which nothing can be seen is. */
export const optionalLine = (longest: number) => z.string().overwrite(cleanLine).max(longest);
/** Several lines of text of which something can be seen. */
export const prose = (longest: number) => optionalProse(longest).min(1);
/** Several lines that may be left empty. */
export const optionalProse = (longest: number) => z.string().overwrite(cleanText).max(longest);
/** A whole number as a form writes it. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .overwrite(cleanLine)
    .regex(/^\d{1,9}$/, "not-whole")
    .transform(Number)
    .pipe(z.number().min(least).max(most));
/** The version of the thing a form edits (R12). */
export const version = wholeNumber(1, 2_000_000_000);
/** The version that a program saw, if it looked; as a page carries it. */
export const seenVersion = z.number().int().min(1).max(2_000_000_000).optional();
/** A box: present when ticked. */
export const tickBox = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
export const localDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "not-a-date")
  .refine(isDate, "not-a-date")
  // The calendar's years: the database does not even know all that ISO 8601 writes.
  .refine((text) => !isDate(text) || text.startsWith("20"), "out-of-range");
/** The same as a date to reckon with. */
export const plainDate = localDate.transform((text) => Temporal.PlainDate.from(text));

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
/**
 * An instant with its offset; seconds may be left out. No work is of another century, and the database knows no year
 * 0000.
 */
const instant = z
  .string()
  .max(40)
  .regex(instantPattern, "not-a-time")
  .refine(isInstant, "not-a-time")
  .refine((text) => !isInstant(text) || text >= "1900", "out-of-range")
  .transform((text) => Temporal.Instant.from(text));

/** On a whole minute: 2026-11-23T09:03+01:00, or 2026-11-23T09:03:00+01:00. */
export const minute = instant.refine(isWholeMinute, "not-whole-minute");

/** An amount of money as people write it: 12,50 or € 1.250,00; in cents. */
export const amountOfMoney = line(20).transform((text, context) => readOr(readMoney(text), "not-an-amount", context));
/** An amount of money as a program writes it: a whole number of cents. */
export const wholeCents = z.number().int().min(-1_000_000_000).max(1_000_000_000).transform(BigInt);
/** How long something took as people write it: 1:30, 1,5 u, 90 min; in minutes. */
export const typedDuration = line(30).transform((text, context) =>
  readOr(readDuration(text), "not-a-duration", context),
);

function readOr<Value>(value: Value | null, problem: FieldProblem, context: z.RefinementCtx): Value {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
}

/** A page's key: opaque to the reader, checked where it is used. */
export const pageKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_:.-]*$/, "not-an-option")
  .optional();
/** The id of a rate window; whether the terms have it is for core to say (M4). */
export const windowId = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/, "not-an-option");
/** A form or query without fields of its own. */
export const nothing = z.strictObject({});
export const uuid = z.uuid("not-an-option");

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

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
