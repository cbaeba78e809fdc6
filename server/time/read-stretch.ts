import { localDateOf, timeZone } from "../../core/calendar/time-zone.ts";
import { instantOfLocalTime } from "../../core/calendar/local-time.ts";
import { minuteOf } from "../../core/time/time-entry.ts";
import type { FieldProblem } from "../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { readClockTime } from "../ui/clock-text.ts";
import { readDuration } from "../ui/duration-text.ts";

/** Times that a consultant typed, in the provider's time zone. An empty field is an empty text. */
export interface TypedStretch {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly duration: string;
}

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/**
 * The typed stretch of work: a start with an end or a duration, an end with a duration, or a duration that ends now. A
 * duration is elapsed time, so it may cross midnight and a clock change. Refuses `invalid-input` by field,
 * `no-such-local-time` and `local-time-twice`.
 */
export function readStretch(typed: TypedStretch, now: Temporal.Instant): Result<Stretch> {
  const minutes = typed.duration === "" ? null : readDuration(typed.duration);
  if (typed.duration !== "" && minutes === null)
    return refuse({ code: "invalid-input", fields: { duration: "not-a-duration" } });
  const start = typed.start === "" ? accept(null) : instantOf(typed, "start");
  if (!start.ok) return start;
  const end = typed.end === "" ? accept(null) : instantOf(typed, "end");
  if (!end.ok) return end;
  if (start.value !== null && end.value !== null) {
    const agrees = minutes === null || start.value.add({ minutes }).equals(end.value);
    return agrees
      ? accept({ start: start.value, end: end.value })
      : refuse({ code: "invalid-input", fields: { duration: whyNot(minutes, start.value, end.value) } });
  }
  if (minutes === null)
    return refuse({
      code: "invalid-input",
      fields: start.value === null ? { start: "required" } : { end: "required" },
    });
  if (start.value !== null) return accept({ start: start.value, end: start.value.add({ minutes }) });
  // Only work of today can end now.
  if (end.value === null && typed.date !== localDateOf(now).toString())
    return refuse({ code: "invalid-input", fields: { start: "required" } });
  const until = end.value ?? minuteOf(now);
  return accept({ start: until.subtract({ minutes }), end: until });
}

/** In the night of a clock change the times alone give another duration than the elapsed one. */
function whyNot(minutes: number, start: Temporal.Instant, end: Temporal.Instant): FieldProblem {
  const wall = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const byTheClock = wall(start).until(wall(end)).total("minutes");
  if (minutes !== byTheClock) return "does-not-agree";
  return start.until(end).total("minutes") < minutes ? "clock-went-forward" : "clock-went-back";
}

function instantOf(typed: TypedStretch, field: "start" | "end"): Result<Temporal.Instant> {
  const read = instantOfLocalTime({ date: typed.date, time: readClockTime(typed[field]), timeZone });
  if (read.ok || read.refusal.code !== "invalid-input") return read;
  return "date" in read.refusal.fields ? read : refuse({ code: "invalid-input", fields: { [field]: "not-a-time" } });
}
