import { timeZone } from "../../core/calendar/time-zone.ts";
import { instantOfLocalTime } from "../../core/calendar/local-time.ts";
import { splitIntoWindows, type WindowRules } from "../../core/calendar/windows.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";

export type Jump =
  | { readonly to: "hour" | "tomorrow" | "month" }
  | { readonly to: "chosen"; readonly date: string; readonly time: string };

const longestSearchHours = 24 * 21;

/**
 * The new moment of a demo's clock. Refuses a local time that does not exist or occurs twice, and a text that is no
 * date or time.
 */
export function momentOf(jump: Jump, now: Temporal.Instant, rules: WindowRules | null): Result<Temporal.Instant> {
  const local = now.toZonedDateTimeISO(timeZone);
  switch (jump.to) {
    case "hour":
      return accept(nextOfficeHour(local, rules));
    case "tomorrow":
      return accept(local.add({ days: 1 }).withPlainTime("09:00").toInstant());
    case "month":
      return accept(local.add({ months: 1 }).with({ day: 1 }).withPlainTime("09:00").toInstant());
    case "chosen":
      return jump.date === ""
        ? refuse({ code: "invalid-input", fields: { date: "required" } })
        : instantOfLocalTime({ date: jump.date, time: jump.time, timeZone });
  }
}

/** The next full hour in the office window. Three weeks ahead always hold one. */
function nextOfficeHour(local: Temporal.ZonedDateTime, rules: WindowRules | null): Temporal.Instant {
  const first = local.round({ smallestUnit: "hour", roundingMode: "floor" });
  if (rules === null) return first.add({ hours: 1 }).toInstant();
  for (let hours = 1; hours <= longestSearchHours; hours += 1) {
    const start = first.add({ hours }).toInstant();
    if (splitIntoWindows({ start, end: start.add({ minutes: 1 }) }, rules)[0]?.window === "office") return start;
  }
  return first.add({ hours: 1 }).toInstant();
}
