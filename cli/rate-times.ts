import { report, type JsonNode } from "./json-node.ts";

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;

/** A moment with an offset, maybe with seconds, whose year is 2000-2099, as written and by the wall clock of the zone. */
export function readInstant(node: JsonNode, timeZone: string): Temporal.Instant | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  const parts = typeof value === "string" ? pattern.exec(value) : null;
  if (parts === null) return report(node, "must be a time such as 2026-10-01T09:12:00+02:00");
  if (parts[3] === undefined) return report(node, "must carry an offset, such as +02:00 or Z");
  const instant = parseInstant(parts[0]);
  if (instant === undefined) return report(node, "is no time of the calendar");
  const isCovered = parts[0].startsWith("20") && isCoveredLocally(instant, timeZone);
  return isCovered ? instant : report(node, "must be in the years 2000-2099");
}

/** A day within the century whatever the zone is; asking for local years of a hundred thousand times takes its time. */
const surelyFrom = Date.UTC(2000, 0, 2);
const surelyUntil = Date.UTC(2099, 11, 31);

function isCoveredLocally(instant: Temporal.Instant, timeZone: string): boolean {
  const { epochMilliseconds } = instant;
  if (epochMilliseconds >= surelyFrom && epochMilliseconds < surelyUntil) return true;
  const { year } = instant.toZonedDateTimeISO(timeZone);
  return year >= 2000 && year <= 2099;
}

/** The same on a whole minute: entries have no seconds. */
export function readMinute(node: JsonNode, timeZone: string): Temporal.Instant | undefined {
  const instant = readInstant(node, timeZone);
  if (instant === undefined || instant.epochNanoseconds % 60_000_000_000n === 0n) return instant;
  return report(node, "must be on a whole minute");
}

function parseInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
