import { dayKinds, isTimeOfDay, minuteOfDay, type WindowStart } from "../calendar/week.ts";
import { timeZone } from "../calendar/time-zone.ts";
import type { ContractTerms } from "./terms.ts";

/** A problem of terms, and its place. */
export interface TermsProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The other settings that take part in the problem. */
  readonly besides?: readonly (keyof ContractTerms)[];
}

/** The bounds of single numbers. Beyond them a sum could overflow or a limit would be meaningless. */
const bounds = {
  year: [2000, 2099],
  contactSeats: [1, 2],
  startFeeMinutes: [0, 24 * 60],
  authorisedMinutes: [0, 60_000],
  researchMinutes: [0, 60_000],
  workOrderLimitMinutes: [0, 60_000],
  vatPercent: [0, 100],
  reducedVatPercent: [0, 100],
  noticeMonths: [0, 12],
  renewalFromMonth: [1, 12],
  paymentDays: [0, 365],
} as const satisfies { readonly [Name in keyof ContractTerms]?: readonly [number, number] };

const boundedNames = Object.keys(bounds) as (keyof typeof bounds)[];

const highestRate = 100_000_000n;

/**
 * The problems that keep terms from being published, or tried on a year's work. These are all problems of `checkTerms`,
 * and another time zone than the provider's. Source: contract M4, K5.
 */
export function checkNewTerms(terms: ContractTerms): readonly TermsProblem[] {
  const problems = checkTerms({ ...terms, timeZone });
  return terms.timeZone === timeZone ? problems : [...problems, otherTimeZone];
}

const otherTimeZone: TermsProblem = { path: ["timeZone"], message: `must be ${timeZone}, the provider's time zone` };

/**
 * The contradictions and values out of bounds in terms of the right shape; empty for terms that can be executed. The
 * database seats at most two contacts (P2). A start fee above the ceiling would leave no ticket to create (T1, T2).
 */
export function checkTerms(terms: ContractTerms): readonly TermsProblem[] {
  return [...numberProblems(terms), ...windowProblems(terms), ...weekProblems(terms), ...togetherProblems(terms)];
}

function numberProblems(terms: ContractTerms): TermsProblem[] {
  const found: TermsProblem[] = [];
  for (const name of boundedNames) {
    const [least, most] = bounds[name];
    if (!isWhole(terms[name], least, most))
      found.push({ path: [name], message: `must be a whole number from ${least} to ${most}` });
  }
  const { ticketsPerMonth, pickupAim, additionalTicketRate } = terms;
  if (ticketsPerMonth !== null && !isWhole(ticketsPerMonth, 0, 1_000_000))
    found.push({ path: ["ticketsPerMonth"], message: "must be a whole number from 0, or null for no limit" });
  if (!isWhole(pickupAim.days, 1, 365))
    found.push({ path: ["pickupAim", "days"], message: "must be a whole number from 1 to 365" });
  if (!isRate(additionalTicketRate)) found.push({ path: ["additionalTicketRate"], message: rateMessage });
  if (!isTimeZone(terms.timeZone))
    found.push({ path: ["timeZone"], message: "must be a time zone, such as Europe/Amsterdam" });
  return found;
}

function windowProblems({ windows, usualWindow }: ContractTerms): TermsProblem[] {
  const found: TermsProblem[] = [];
  const ids = new Set<string>();
  for (const [index, { id, names, hourlyRate }] of windows.entries()) {
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
      found.push({ path: ["windows", index, "id"], message: "must be small letters, digits and dashes" });
    if (ids.has(id)) found.push({ path: ["windows", index, "id"], message: "is already a window" });
    if (names.nl.trim() === "" || names.en.trim() === "")
      found.push({ path: ["windows", index, "names"], message: "must be in both languages" });
    if (!isRate(hourlyRate)) found.push({ path: ["windows", index, "hourlyRate"], message: rateMessage });
    ids.add(id);
  }
  if (!ids.has(usualWindow))
    found.push({ path: ["usualWindow"], message: "must be one of the windows", besides: ["windows"] });
  return found;
}

function weekProblems({ week, windows }: ContractTerms): TermsProblem[] {
  const ids = new Set(windows.map((window) => window.id));
  return dayKinds.flatMap((day) => [
    ...(week[day].length === 0 ? [{ path: ["week", day], message: "must begin at 00:00" }] : []),
    ...week[day].flatMap((start, index) => startProblems(start, week[day][index - 1], ids).map(at("week", day, index))),
  ]);
}

function startProblems(start: WindowStart, before: WindowStart | undefined, ids: ReadonlySet<string>): TermsProblem[] {
  const found: TermsProblem[] = [];
  if (!ids.has(start.window))
    found.push({ path: ["window"], message: "must be one of the windows", besides: ["windows"] });
  if (!isTimeOfDay(start.from)) return [...found, { path: ["from"], message: "must be a time of day as HH:MM" }];
  if (before === undefined && start.from !== "00:00") found.push({ path: ["from"], message: "must begin at 00:00" });
  if (before !== undefined && isTimeOfDay(before.from) && minuteOfDay(before.from) >= minuteOfDay(start.from))
    found.push({ path: ["from"], message: "must be later than the one before it" });
  return found;
}

function togetherProblems(terms: ContractTerms): TermsProblem[] {
  const found: TermsProblem[] = [];
  if (terms.startFeeMinutes > terms.authorisedMinutes)
    found.push({
      path: ["startFeeMinutes"],
      message: "must fit within authorisedMinutes",
      besides: ["authorisedMinutes"],
    });
  const { researchWarnings, researchMinutes } = terms;
  if (researchWarnings.some((minutes) => !isWhole(minutes, 1, researchMinutes)))
    found.push({
      path: ["researchWarnings"],
      message: "must be minutes within researchMinutes",
      besides: ["researchMinutes"],
    });
  return found;
}

const rateMessage = "must be cents an hour from 0 to 100000000";

function isRate(cents: bigint): boolean {
  return cents >= 0n && cents <= highestRate;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function at(...before: readonly (string | number)[]): (problem: TermsProblem) => TermsProblem {
  return (problem) => ({ ...problem, path: [...before, ...problem.path] });
}
