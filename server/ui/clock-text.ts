/**
 * Reads what a person types for a time of day: `9`, `9:05`, `9.05`, `905`, `0905`, `9u05`, `24:00` for the end of
 * the day. Answers it as `09:05`, and what is no such thing as it was typed, for whoever checks it.
 */
export function readClockTime(text: string): string {
  const found = /^(\d{1,2})(?:\s?[:.,uh]?\s?(\d\d))?\s?(?:u|h|uur)?$/.exec(text.trim().toLowerCase());
  return found === null ? text : `${(found[1] ?? "").padStart(2, "0")}:${found[2] ?? "00"}`;
}
