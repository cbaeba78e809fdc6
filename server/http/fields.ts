import { z } from "zod";
import { cleanLine, cleanText } from "../../core/values/clean-text.ts";
import { languages } from "../../core/values/language.ts";
import type { FieldProblem } from "../../core/values/refusal.ts";
import { readDuration } from "../ui/duration-text.ts";
import { readMoney } from "../ui/money-text.ts";

// The building blocks of closed schemas. Every text is cleaned and bounded; other values are not coerced.

/** A line of visible text. */
export const line = (longest: number) => optionalLine(longest).min(1);
/** A line that may be empty. A line without visible text counts as empty. */
export const optionalLine = (longest: number) => z.string().overwrite(cleanLine).max(longest);
/** A line that may be left out; null for an empty field. */
export const lineOrNull = (longest: number) =>
  optionalLine(longest)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text));
/** Several lines of visible text. */
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
/** The version of the thing that a form edits (R12). */
export const version = wholeNumber(1, 2_000_000_000);
/** The same of a thing to which nothing may have happened yet. */
export const firstVersion = wholeNumber(0, 2_000_000_000);
/** The version that a program saw, the same as in a page's form; left out if it did not look. */
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
  // The years of our calendar. PostgreSQL cannot store every year of ISO 8601.
  .refine((text) => !isDate(text) || text.startsWith("20"), "out-of-range");
/** The same, as a date for computing. */
export const plainDate = localDate.transform((text) => Temporal.PlainDate.from(text));
/** A date that may be left out; null for an empty field. */
export const dateOrNull = z.union([z.literal("").transform(() => null), plainDate]).default(null);

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
/**
 * An instant with its offset. Seconds may be left out. Only years of this century, because PostgreSQL knows no year
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

/** Money as people write it: 12,50 or € 1.250,00; in cents. */
export const amountOfMoney = line(20).transform((text, context) => readOr(readMoney(text), "not-an-amount", context));
/** Money as a program writes it: a whole number of cents. */
export const wholeCents = z.number().int().min(-1_000_000_000).max(1_000_000_000).transform(BigInt);
/** A duration as people write it: 1:30, 1,5 u, 90 min; in minutes. */
export const typedDuration = line(30).transform((text, context) =>
  readOr(readDuration(text), "not-a-duration", context),
);

function readOr<Value>(value: Value | null, problem: FieldProblem, context: z.RefinementCtx): Value {
  return value ?? refuseWith(problem, context);
}

/** Ends a transformation with the problem of its field. */
export function refuseWith(problem: FieldProblem, context: z.RefinementCtx): never {
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
}

export const language = z.enum(languages);

/** The key of a page. Only the query that uses it knows its meaning and checks it. */
export const pageKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_:.-]*$/, "not-an-option")
  .optional();
/** The id of a rate window. Core checks whether the terms have it (M4). */
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
