import type { MonthToRate, RatedEntry, RatedTicket } from "../core/charges/rate-month.ts";
import { steps } from "../core/tickets/step.ts";
import { isMonth, monthOf, type Month } from "../core/values/month.ts";
import {
  pathOf,
  readBoolean,
  readItems,
  readObject,
  readOption,
  readText,
  report,
  type JsonNode,
} from "./json-node.ts";
import { type JsonPath, pathText } from "../server/json/path.ts";
import { readEnd, readInstant, readStart } from "./rate-times.ts";
import { readTerms } from "./rate-terms.ts";

const longestEntryHours = 24;

/** Reads the input of `kwartier rate`. Undefined, or any value with noted problems, must not be charged. */
export function readMonthToRate(node: JsonNode): MonthToRate | undefined {
  const fields = readObject(node, ["month", "tickets", "timeEntries"], ["terms"]);
  if (fields === undefined) return undefined;
  const month = readMonth(fields.month) ?? defaultMonth;
  const terms = readTerms(fields.terms, Number(month.slice(0, 4)));
  const known = new Map<string, KnownTicket>();
  const tickets = readEach(fields.tickets, (each) => readTicket(each, known));
  const entries = readEach(fields.timeEntries, (each) => readEntry(each, known));
  return { month, terms, tickets, entries };
}

/** A ticket's reference, and its place in the file. */
interface KnownTicket {
  readonly reference: string;
  readonly path: JsonPath;
}

type KnownTickets = Map<string, KnownTicket>;

/** The readable items of an array. */
function readEach<Item>(node: JsonNode, read: (each: JsonNode) => Item | undefined): readonly Item[] {
  return readItems(node)
    .map(read)
    .filter((item) => item !== undefined)
    .toArray();
}

/** Used only to find further problems when the month is one of them. */
const defaultMonth = monthOf("2026-01");

function readMonth(node: JsonNode): Month | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isMonth(value))
    return report(node, "must be a month as YYYY-MM, from 2000 to 2099");
  return value;
}

/** `known` remembers the first place of each reference. */
function readTicket(node: JsonNode, known: KnownTickets): RatedTicket | undefined {
  const fields = readObject(node, ["reference", "createdAt"], ["outsideHoursAgreed"]);
  if (fields === undefined) return undefined;
  const reference = readText(fields.reference);
  const createdAt = readInstant(fields.createdAt);
  const isOutsideHoursAgreed = readBoolean(fields.outsideHoursAgreed) ?? true;
  if (reference === undefined) return undefined;
  const earlier = known.get(reference);
  if (earlier !== undefined) return report(fields.reference, `is already the reference of ${pathText(earlier.path)}`);
  known.set(reference, { reference, path: pathOf(node) });
  return createdAt === undefined ? undefined : { reference, createdAt, isOutsideHoursAgreed };
}

function readEntry(node: JsonNode, known: KnownTickets): RatedEntry | undefined {
  const fields = readObject(node, ["ticket", "step", "start", "end"], ["billable"]);
  if (fields === undefined) return undefined;
  const ticket = readReference(fields.ticket, known);
  const step = readOption(fields.step, steps);
  const start = readStart(fields.start);
  const end = readEnd(fields.end);
  const isChargeable = readBoolean(fields.billable) ?? true;
  if (start !== undefined && end !== undefined) checkLength(fields.end, start, end);
  if (ticket === undefined || step === undefined || start === undefined || end === undefined) return undefined;
  return { ticket, step, start, end, isChargeable };
}

/** The ticket's own text, so that a hundred thousand entries do not each keep a copy. */
function readReference(node: JsonNode, known: KnownTickets): string | undefined {
  const text = readText(node);
  if (text === undefined) return undefined;
  return known.get(text)?.reference ?? report(node, "is not the reference of a ticket given");
}

function checkLength(node: JsonNode, start: Temporal.Instant, end: Temporal.Instant): void {
  const hours = (end.epochMilliseconds - start.epochMilliseconds) / 3_600_000;
  if (hours <= 0) report(node, "must be later than start");
  if (hours > longestEntryHours) report(node, `must be at most ${longestEntryHours} hours after start`);
}
