import type { MonthToRate, RatedEntry, RatedTicket } from "../core/charges/rate-month.ts";
import { steps } from "../core/tickets/step.ts";
import { isMonth, type Month } from "../core/values/month.ts";
import { readBoolean, readItems, readObject, readOption, readText, report, type JsonNode } from "./json-node.ts";
import { readInstant, readMinute } from "./rate-times.ts";
import { readTerms } from "./rate-terms.ts";

const longestEntryHours = 24;

/** Reads the input of `kwartier rate`; undefined, or anything when problems were noted, must not be charged. */
export function readMonthToRate(node: JsonNode): MonthToRate | undefined {
  const fields = readObject(node, ["month", "tickets", "timeEntries"], ["terms"]);
  if (fields === undefined) return undefined;
  const month = readMonth(fields.month);
  const terms = readTerms(fields.terms, month === undefined ? defaultYear : Number(month.slice(0, 4)));
  const lines = new Map<string, string>();
  const tickets = readItems(fields.tickets).flatMap((each) => readTicket(each, terms.timeZone, lines) ?? []);
  const entries = readItems(fields.timeEntries).flatMap((each) => readEntry(each, terms.timeZone, lines) ?? []);
  return month === undefined ? undefined : { month, terms, tickets, entries };
}

/** Only used to go on looking for problems when the month is one of them. */
const defaultYear = 2026;

function readMonth(node: JsonNode): Month | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isMonth(value))
    return report(node, "must be a month as YYYY-MM, from 2000 to 2099");
  return value;
}

/** `paths` remembers where each reference was given first. */
function readTicket(node: JsonNode, timeZone: string, paths: Map<string, string>): RatedTicket | undefined {
  const fields = readObject(node, ["reference", "createdAt"], ["outsideHoursAgreed"]);
  if (fields === undefined) return undefined;
  const reference = readText(fields.reference);
  const createdAt = readInstant(fields.createdAt, timeZone);
  const isOutsideHoursAgreed = readBoolean(fields.outsideHoursAgreed) ?? true;
  if (reference === undefined) return undefined;
  const earlier = paths.get(reference);
  if (earlier !== undefined) return report(fields.reference, `is already the reference of ${earlier}`);
  paths.set(reference, node.path);
  return createdAt === undefined ? undefined : { reference, createdAt, isOutsideHoursAgreed };
}

function readEntry(node: JsonNode, timeZone: string, paths: ReadonlyMap<string, string>): RatedEntry | undefined {
  const fields = readObject(node, ["ticket", "step", "start", "end"], ["billable"]);
  if (fields === undefined) return undefined;
  const ticket = readText(fields.ticket);
  if (ticket !== undefined && !paths.has(ticket)) report(fields.ticket, "is not the reference of a ticket given");
  const step = readOption(fields.step, steps);
  const start = readMinute(fields.start, timeZone);
  const end = readMinute(fields.end, timeZone);
  const isChargeable = readBoolean(fields.billable) ?? true;
  if (start !== undefined && end !== undefined) checkLength(fields.end, start, end);
  if (ticket === undefined || step === undefined || start === undefined || end === undefined) return undefined;
  return { ticket, step, start, end, isChargeable };
}

function checkLength(node: JsonNode, start: Temporal.Instant, end: Temporal.Instant): void {
  const hours = (end.epochMilliseconds - start.epochMilliseconds) / 3_600_000;
  if (hours <= 0) report(node, "must be later than start");
  if (hours > longestEntryHours) report(node, `must be at most ${longestEntryHours} hours after start`);
}
