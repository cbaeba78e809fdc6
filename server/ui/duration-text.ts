/**
 * Reads what a person types for a duration: `1:15`, `0:40`, `1u15`, `1,5 u`, `45` (minutes), `45 min`, `2 u`.
 * Answers whole minutes, or null when it is not a duration of at least one minute and below 100 hours.
 */
export function readDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const minutes = readClock(trimmed) ?? readHours(trimmed) ?? readMinutes(trimmed);
  if (minutes === null || !Number.isInteger(minutes)) return null;
  return minutes >= 1 && minutes < 6000 ? minutes : null;
}

function readClock(text: string): number | null {
  const found = /^(\d{1,2})\s?[:uh]\s?([0-5]\d)\s?[uh]?$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

function readHours(text: string): number | null {
  const found = /^(\d{1,2})(?:[.,](\d{1,2}))?\s?(?:u|h|uur|hours?)$/.exec(text);
  if (!found) return null;
  const hundredths = Number((found[2] ?? "").padEnd(2, "0"));
  return Number(found[1]) * 60 + (hundredths * 60) / 100;
}

function readMinutes(text: string): number | null {
  const found = /^(\d{1,4})\s?(?:m|min|minuten|minutes)?$/.exec(text);
  return found ? Number(found[1]) : null;
}

/** What a duration field shows for whole minutes: `1:15`. */
export function writeDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
