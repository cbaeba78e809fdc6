import {
  isTimeOfDay,
  minuteOfDay,
  type OfficeHours,
  officeHoursOf,
  type Week,
  withOfficeHours,
  workdays,
} from "../../core/calendar/week.ts";
import type { TermsProblem } from "../../core/contracts/check-terms.ts";

/** Opening and closing time, as somebody gave them. */
export interface GivenHours {
  readonly officeOpens?: unknown;
  readonly officeCloses?: unknown;
}

/** The target of given office hours: the week of other terms, and the days of it that were given too. */
export interface HoursOver {
  readonly week: Week;
  readonly givenDays: readonly string[];
  readonly windows: readonly string[];
}

type Over = { readonly week: Week } | { readonly problems: readonly TermsProblem[] };

const days: ReadonlySet<string> = new Set(workdays);

/**
 * Puts office hours on the workdays of a week. A time that is not given stays the same (M4). The words are those of
 * `kwartier rate`, which reads the same settings.
 */
export function officeHoursOver({ officeOpens, officeCloses }: GivenHours, over: HoursOver): Over {
  const given = { officeOpens, officeCloses };
  const problems = Object.entries(given).flatMap(([name, value]) => problemsOf(name, value, over));
  if (problems.length > 0) return { problems };
  const usual = officeHoursOf(over.week);
  const opens = typeof officeOpens === "string" ? officeOpens : usual?.opens;
  const closes = typeof officeCloses === "string" ? officeCloses : usual?.closes;
  const missing = opens === undefined ? "officeOpens" : "officeCloses";
  if (opens === undefined || closes === undefined)
    return problem(missing, "is required, because the workdays of these terms have no office hours to keep");
  const hours: OfficeHours = { opens, closes };
  if (minuteOfDay(opens) < minuteOfDay(closes)) return { week: withOfficeHours(over.week, hours) };
  const last = officeCloses === undefined ? "officeOpens" : "officeCloses";
  return problem(last, `the office must open (${opens}) before it closes (${closes})`);
}

function problemsOf(name: string, value: unknown, { givenDays, windows }: HoursOver): readonly TermsProblem[] {
  if (value === undefined) return [];
  if (typeof value !== "string" || !isTimeOfDay(value))
    return [{ path: [name], message: "must be a time of day as HH:MM, from 00:00 to 23:59" }];
  const day = givenDays.find((each) => days.has(each));
  if (day !== undefined) return [{ path: [name], message: `cannot be given beside week.${day}` }];
  const lacking = ["office", "outside"].filter((id) => !windows.includes(id));
  if (lacking.length === 0) return [];
  return [{ path: [name], message: `needs the windows office and outside, and ${lacking.join(" and ")} is not there` }];
}

function problem(name: string, message: string): Over {
  return { problems: [{ path: [name], message }] };
}
