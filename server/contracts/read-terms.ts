import type { z } from "zod";
import type { TermsProblem } from "../../core/contracts/check-terms.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { termsSchema } from "./terms-schema.ts";

/** Terms as somebody wrote them, or everything that is wrong with them. */
export type ReadTerms = { readonly terms: ContractTerms } | { readonly problems: readonly TermsProblem[] };

type Json = Readonly<Record<string, unknown>>;

/** Reads whole terms from JSON: a closed shape, and terms that can be executed (K5). */
export function readTerms(value: unknown): ReadTerms {
  const parsed = termsSchema.safeParse(value);
  return parsed.success ? { terms: parsed.data } : { problems: parsed.error.issues.flatMap(problemsOf) };
}

/**
 * Reads single values that replace those of other terms; whole terms replace them all. Days of `week` and values of `pickupAim` can be
 * given one by one, and `rates` gives windows another rate by their id, in cents an hour (K5, M4).
 */
export function readTermsOver(base: ContractTerms, value: unknown): ReadTerms {
  if (!isObject(value)) return { problems: [{ path: [], message: "must be an object" }] };
  const { rates, ...given } = value;
  const usual = termsToJson(base);
  const merged: Json = {
    ...usual,
    ...given,
    week: over(usual["week"], given["week"]),
    pickupAim: over(usual["pickupAim"], given["pickupAim"]),
  };
  if (rates === undefined) return readTerms(merged);
  const problems = rateProblems(rates, merged["windows"]);
  const read = readTerms(problems.length > 0 ? merged : { ...merged, windows: withRates(merged["windows"], rates) });
  if (problems.length === 0) return read;
  return { problems: "problems" in read ? [...problems, ...read.problems] : problems };
}

/** A plain one: an array too long to be read at once is an object too, and none of ours. */
function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The second over the first, where both are objects. */
function over(usual: unknown, given: unknown): unknown {
  if (given === undefined) return usual;
  return isObject(usual) && isObject(given) ? { ...usual, ...given } : given;
}

function rateProblems(rates: unknown, windows: unknown): readonly TermsProblem[] {
  if (!isObject(rates)) return [{ path: ["rates"], message: "must be an object" }];
  const ids = windowsIn(windows).map((window) => window["id"]);
  return Object.entries(rates).flatMap(([id, rate]): readonly TermsProblem[] => {
    if (!ids.includes(id)) return [{ path: ["rates", id], message: `is none of the windows ${ids.join(", ")}` }];
    return isRate(rate) ? [] : [{ path: ["rates", id], message: "must be cents an hour from 0 to 100000000" }];
  });
}

function isRate(rate: unknown): boolean {
  return typeof rate === "number" && Number.isInteger(rate) && rate >= 0 && rate <= 100_000_000;
}

function withRates(windows: unknown, rates: unknown): unknown {
  const byId = new Map(isObject(rates) ? Object.entries(rates) : []);
  return windowsIn(windows).map((window) => ({
    ...window,
    hourlyRate: byId.get(String(window["id"])) ?? window["hourlyRate"],
  }));
}

function windowsIn(windows: unknown): readonly Json[] {
  return Array.isArray(windows) ? windows.filter(isObject) : [];
}

/** An issue of the shape in the words of the house; a field that is not known is a problem of that field. */
function problemsOf(issue: z.core.$ZodIssue): readonly TermsProblem[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: "unknown field" }));
  return [{ path, message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_type":
      if (issue.message.endsWith("received undefined")) return "is required";
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `must be at least ${issue.minimum}` : "must not be empty";
    case "too_big":
      return `must be at most ${issue.maximum}${units[issue.origin] ?? ""}`;
    default:
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  array: "an array",
  object: "an object",
};

const units: Readonly<Record<string, string>> = { string: " characters long", array: " items" };
