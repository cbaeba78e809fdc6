import { coveredPeriod } from "../core/calendar/covered-period.ts";
import { timeZone } from "../core/calendar/time-zone.ts";
import { report, type JsonNode } from "./json-node.ts";

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/;

/** A moment with an offset, perhaps with seconds, in the years 2000-2099 by the provider's clock, in any notation. */
export function readInstant(node: JsonNode): Temporal.Instant | undefined {
  return readTime(node, (milliseconds) => milliseconds >= first && milliseconds < afterLast);
}

/** The same on a whole minute, because entries have no seconds. */
export function readStart(node: JsonNode): Temporal.Instant | undefined {
  return wholeMinute(node, readInstant(node));
}

/** The same for the end of an entry, which may be the end of the calendar. */
export function readEnd(node: JsonNode): Temporal.Instant | undefined {
  return wholeMinute(
    node,
    readTime(node, (milliseconds) => milliseconds >= first && milliseconds <= afterLast),
  );
}

const [first, afterLast] = [coveredPeriod.start.epochMilliseconds, coveredPeriod.end.epochMilliseconds];

function readTime(node: JsonNode, isCovered: (milliseconds: number) => boolean): Temporal.Instant | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  const parts = typeof value === "string" ? pattern.exec(value) : null;
  if (parts === null) return report(node, "must be a time such as 2026-10-01T09:12:00+02:00");
  if (parts[3] === undefined) return report(node, "must carry an offset, such as +02:00 or Z");
  const instant = parseInstant(parts[0]);
  if (instant === undefined) return report(node, "is no time of the calendar");
  return isCovered(instant.epochMilliseconds)
    ? instant
    : report(node, `must be in the years 2000-2099, by the clock of ${timeZone}`);
}

function wholeMinute(node: JsonNode, instant: Temporal.Instant | undefined): Temporal.Instant | undefined {
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
