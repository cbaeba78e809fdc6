/**
 * Reads a typed time of day: `9`, `9:05`, `9.05`, `905`, `0905`, `9u05`, and `24:00` for the end of the day. Answers it
 * as `09:05`; any other text stays as it is, for the check that follows.
 */
export function readClockTime(text: string): string {
  const found = /^(\d{1,2})(?:\s?[:.,uh]?\s?(\d\d))?\s?(?:u|h|uur)?$/.exec(text.trim().toLowerCase());
  return found === null ? text : `${(found[1] ?? "").padStart(2, "0")}:${found[2] ?? "00"}`;
}
