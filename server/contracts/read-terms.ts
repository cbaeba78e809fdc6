import type { z } from "zod";
import { checkNewTerms, checkTerms, type TermsProblem } from "../../core/contracts/check-terms.ts";
import { type ContractTerms, defaultTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { mendShape } from "./mend-shape.ts";
import { officeHoursOver } from "./office-hours-over.ts";
import { writtenTermsShape } from "./terms-schema.ts";

/** Written terms, or all their problems. */
export type ReadTerms = { readonly terms: ContractTerms } | { readonly problems: readonly TermsProblem[] };

type Json = Readonly<Record<string, unknown>>;

/** Reads whole terms from JSON: a closed shape, and terms that can be executed in the provider's time zone (K5). */
export function readTerms(value: unknown): ReadTerms {
  return read(value, checkNewTerms);
}

/**
 * Reads values that replace those of other terms; whole terms replace all. Days of `week` and values of `pickupAim` can
 * be given one by one. `rates` gives windows other rates by their id, in cents an hour. `officeOpens` and
 * `officeCloses` give all workdays other hours (K5, M4).
 */
export function readTermsOver(base: ContractTerms, value: unknown): ReadTerms {
  if (!isObject(value)) return { problems: [{ path: [], message: "must be an object" }] };
  const { rates, officeOpens, officeCloses, ...given } = value;
  const merged: Json = { ...termsToJson(base), ...given };
  const windows = merged["windows"];
  const rated = rates === undefined ? [] : rateProblems(rates, windows);
  const hours = officeHoursOver(
    { officeOpens, officeCloses },
    { week: base.week, givenDays: Object.keys(isObject(given["week"]) ? given["week"] : {}), windows: idsIn(windows) },
  );
  const week = "week" in hours ? hours.week : base.week;
  const whole = {
    ...merged,
    windows: rates === undefined || rated.length > 0 ? windows : withRates(windows, rates),
    week: over(week, given["week"]),
    pickupAim: over(base.pickupAim, given["pickupAim"]),
  };
  // Published terms with another time zone are compared as they are.
  const result = read(whole, Object.hasOwn(given, "timeZone") ? checkNewTerms : checkTerms);
  const problems = [...rated, ...("problems" in hours ? hours.problems : [])];
  if (problems.length === 0) return result;
  return { problems: "problems" in result ? [...problems, ...result.problems] : problems };
}

/** The readable parts are checked beside the unreadable ones, so that one answer lists all problems. */
function read(value: unknown, check: typeof checkTerms): ReadTerms {
  const parsed = writtenTermsShape.safeParse(value);
  if (parsed.success) return problemsOrTerms(check(parsed.data), parsed.data);
  const broken = parsed.error.issues.flatMap(problemsOf);
  const paths = broken.map(({ path }) => path);
  const rest = writtenTermsShape.safeParse(mendShape(value, usualTerms, paths));
  const others = rest.success ? check(rest.data).filter((problem) => !restsOn(problem, paths)) : [];
  return { problems: [...broken, ...others] };
}

const usualTerms = termsToJson(defaultTerms(2026));

function problemsOrTerms(problems: readonly TermsProblem[], terms: ContractTerms): ReadTerms {
  return problems.length === 0 ? { terms } : { problems };
}

/** Whether a problem concerns a replaced value, or depends on one. */
function restsOn({ path, besides = [] }: TermsProblem, replaced: readonly TermsProblem["path"][]): boolean {
  return replaced.some(
    (other) =>
      besides.some((name) => name === other[0]) ||
      other.every((part, index) => index >= path.length || path[index] === part),
  );
}

/** A plain object. An array that is too long to read at once is an object too, but not ours. */
function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Puts the second over the first, if both are objects. */
function over(usual: unknown, given: unknown): unknown {
  if (given === undefined) return usual;
  return isObject(usual) && isObject(given) ? { ...usual, ...given } : given;
}

function rateProblems(rates: unknown, windows: unknown): readonly TermsProblem[] {
  if (!isObject(rates)) return [{ path: ["rates"], message: "must be an object" }];
  const ids = idsIn(windows);
  return Object.entries(rates).flatMap(([id, rate]): readonly TermsProblem[] => {
    if (!ids.includes(id)) return [{ path: ["rates", id], message: `is none of the windows ${ids.join(", ")}` }];
    return isRate(rate) ? [] : [{ path: ["rates", id], message: "must be cents an hour from 0 to 100000000" }];
  });
}

function isRate(rate: unknown): boolean {
  return typeof rate === "number" && Number.isInteger(rate) && rate >= 0 && rate <= 100_000_000;
}

function idsIn(windows: unknown): readonly string[] {
  return windowsIn(windows).map((window) => String(window["id"]));
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

/** An issue of the shape in our own words. An unknown field is a problem of that field. */
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
