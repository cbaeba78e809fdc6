import { minuteOfDay, officeWeek, type StandardWindow } from "../core/calendar/week.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "../core/contracts/terms.ts";
import type { Cents } from "../core/values/money.ts";
import { type Fields, readObject, readOption, readWhole, report, type JsonNode } from "./json-node.ts";

/** A million euros an hour: beyond every real rate, and the sums of a month stay exact in JSON. */
const highestRateCents = 100_000_000;

const rateNames = ["office", "outside", "weekend-holiday"] as const;
const termNames = [
  "rates",
  "additionalTicketRate",
  "additionalTicketRule",
  "ticketsPerMonth",
  "startFeeMinutes",
  "vatPercent",
  "officeOpens",
  "officeCloses",
  "liberationDay",
] as const;

type TermFields = Fields<(typeof termNames)[number]>;

/** The default terms of a year with the values that the input overrides. */
export function readTerms(node: JsonNode, year: number): ContractTerms {
  const terms = defaultTerms(year);
  const fields = node.value === undefined ? undefined : readObject(node, [], termNames);
  if (fields === undefined) return terms;
  return {
    ...terms,
    windows: readRates(fields.rates, terms),
    week: readWeek(fields),
    additionalTicketRate: readCents(fields.additionalTicketRate) ?? terms.additionalTicketRate,
    additionalTicketRule: readOption(fields.additionalTicketRule, ["at-least", "flat"]) ?? terms.additionalTicketRule,
    ticketsPerMonth: readWhole(fields.ticketsPerMonth, 1_000_000) ?? terms.ticketsPerMonth,
    startFeeMinutes: readWhole(fields.startFeeMinutes, 24 * 60) ?? terms.startFeeMinutes,
    vatPercent: readWhole(fields.vatPercent, 100) ?? terms.vatPercent,
    liberationDay: readOption(fields.liberationDay, ["lustrum", "always", "never"]) ?? terms.liberationDay,
  };
}

/** The default opening hours. */
const usualHours = { opens: "09:00", closes: "17:00" };

function readWeek({ officeOpens, officeCloses }: TermFields): ContractTerms["week"] {
  const opens = readTimeOfDay(officeOpens) ?? usualHours.opens;
  const closes = readTimeOfDay(officeCloses) ?? usualHours.closes;
  if (minuteOfDay(opens) < minuteOfDay(closes)) return officeWeek({ opens, closes });
  const given = officeCloses.value === undefined ? officeOpens : officeCloses;
  report(given, `the office must open (${opens}) before it closes (${closes})`);
  return officeWeek(usualHours);
}

function readRates(node: JsonNode, { windows }: ContractTerms): ContractTerms["windows"] {
  const fields = node.value === undefined ? undefined : readObject(node, [], rateNames);
  if (fields === undefined) return windows;
  const rate = (name: StandardWindow): Cents =>
    readCents(fields[name]) ?? windows.find(({ id }) => id === name)?.hourlyRate ?? 0n;
  return standardWindows({
    office: rate("office"),
    outside: rate("outside"),
    "weekend-holiday": rate("weekend-holiday"),
  });
}

function readCents(node: JsonNode): Cents | undefined {
  const cents = readWhole(node, highestRateCents);
  return cents === undefined ? undefined : BigInt(cents);
}

function readTimeOfDay(node: JsonNode): string | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  const isTime = typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  return isTime ? value : report(node, "must be a time of day as HH:MM, from 00:00 to 23:59");
}
