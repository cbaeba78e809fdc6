const hour = "(?:u|h|uur|uren|hours?)";
const minute = "(?:m|min|minuut|minuten|minutes?)";
const clock = new RegExp(String.raw`^(\d{1,2})\s?(?::|${hour})\s?([0-5]\d)\s?(?:${hour}|${minute})?$`);
const hours = new RegExp(String.raw`^(\d{1,2})(?:[.,](\d{1,2}))?\s?${hour}$`);
/** Bare decimals are hours, unless they could be minutes: 1,30 is asked for again. */
const bareHours = /^(\d{1,2})[.,](\d|[6-9]\d)$/;
const minutes = new RegExp(String.raw`^(\d{1,4})\s?${minute}?$`);

/**
 * Reads a typed duration: `1:15`, `0:40`, `1u15`, `1 u 30`, `1h30m`, `1,5 u`, `1,5` (hours), `45` (minutes), `45 min`,
 * `2 u`. Answers whole minutes, or null for anything that is not a duration from one minute to below 100 hours.
 */
export function readDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const read = readClock(trimmed) ?? readHours(trimmed) ?? readMinutes(trimmed);
  if (read === null || !Number.isInteger(read)) return null;
  return read >= 1 && read < 6000 ? read : null;
}

function readClock(text: string): number | null {
  const found = clock.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

function readHours(text: string): number | null {
  const found = hours.exec(text) ?? bareHours.exec(text);
  if (!found) return null;
  const hundredths = Number((found[2] ?? "").padEnd(2, "0"));
  return Number(found[1]) * 60 + (hundredths * 60) / 100;
}

function readMinutes(text: string): number | null {
  const found = minutes.exec(text);
  return found ? Number(found[1]) : null;
}

/** The text of whole minutes in a duration field: `1:15`. */
export function writeDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
