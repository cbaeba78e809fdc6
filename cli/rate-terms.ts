import { minuteOfDay } from "../core/calendar/local-days.ts";
import { defaultTerms, type ContractTerms } from "../core/contracts/terms.ts";
import type { Cents } from "../core/values/money.ts";
import { readObject, readOption, readWhole, report, type JsonNode } from "./json-node.ts";

/** A million euros an hour: nobody's rate, and no sum of a month comes near what a JSON number holds exactly. */
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

/** The default terms of a year with the single values that the input overrides. */
export function readTerms(node: JsonNode, year: number): ContractTerms {
  const terms = defaultTerms(year);
  const fields = node.value === undefined ? undefined : readObject(node, [], termNames);
  if (fields === undefined) return terms;
  const read: ContractTerms = {
    ...terms,
    rates: readRates(fields.rates, terms.rates),
    additionalTicketRate: readCents(fields.additionalTicketRate) ?? terms.additionalTicketRate,
    additionalTicketRule: readOption(fields.additionalTicketRule, ["at-least", "flat"]) ?? terms.additionalTicketRule,
    ticketsPerMonth: readWhole(fields.ticketsPerMonth, 1_000_000) ?? terms.ticketsPerMonth,
    startFeeMinutes: readWhole(fields.startFeeMinutes, 24 * 60) ?? terms.startFeeMinutes,
    vatPercent: readWhole(fields.vatPercent, 100) ?? terms.vatPercent,
    officeOpens: readTimeOfDay(fields.officeOpens) ?? terms.officeOpens,
    officeCloses: readTimeOfDay(fields.officeCloses) ?? terms.officeCloses,
    liberationDay: readOption(fields.liberationDay, ["lustrum", "always", "never"]) ?? terms.liberationDay,
  };
  if (minuteOfDay(read.officeOpens) >= minuteOfDay(read.officeCloses)) {
    const given = fields.officeCloses.value === undefined ? fields.officeOpens : fields.officeCloses;
    report(given, `the office must open (${read.officeOpens}) before it closes (${read.officeCloses})`);
  }
  return read;
}

function readRates(node: JsonNode, rates: ContractTerms["rates"]): ContractTerms["rates"] {
  const fields = node.value === undefined ? undefined : readObject(node, [], rateNames);
  if (fields === undefined) return rates;
  return {
    office: readCents(fields.office) ?? rates.office,
    outside: readCents(fields.outside) ?? rates.outside,
    "weekend-holiday": readCents(fields["weekend-holiday"]) ?? rates["weekend-holiday"],
  };
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
