import { accept, refuse, type Result } from "../values/result.ts";

/**
 * A wall time as a person typed it, in an IANA time zone: `date` as YYYY-MM-DD, `time` as HH:MM, or 24:00 for the end
 * of the day.
 */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
}

const timePattern = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * The instant of a local wall time, never guessed. Refuses `no-such-local-time` in the hour that the clock skips in
 * spring, `local-time-twice` in the hour it repeats in autumn, and `invalid-input` for a text that is no date or time.
 * Source: contract M4, elapsed time counts when the clock changes.
 */
export function instantOfLocalTime({ date, time, timeZone }: LocalTime): Result<Temporal.Instant> {
  const day = parseDate(date);
  if (day === null) return refuse({ code: "invalid-input", fields: { date: "not-a-date" } });
  if (!timePattern.test(time)) return refuse({ code: "invalid-input", fields: { time: "not-a-time" } });

  const wall =
    time === "24:00" ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return accept(earlier.toInstant());
  // In a skipped hour both answers move to a wall time that exists. In a repeated hour both show the given one.
  const isRepeated = earlier.toPlainDateTime().equals(wall);
  return refuse({ code: isRepeated ? "local-time-twice" : "no-such-local-time", local: `${date} ${time}` });
}

/** The local date of an instant by the wall clock of an IANA time zone. Source: contract M4, T6. */
export function localDateIn(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

function parseDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}
