import type { Cents } from "../values/money.ts";
import type { ContractTerms } from "./terms.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Terms as plain JSON for storage; cents become integers. The other direction is `termsFromJson`. */
export function termsToJson(terms: ContractTerms): Record<string, unknown> {
  const { rates } = terms;
  return {
    ...terms,
    rates: {
      office: Number(rates.office),
      outside: Number(rates.outside),
      "weekend-holiday": Number(rates["weekend-holiday"]),
    },
    additionalTicketRate: Number(terms.additionalTicketRate),
  };
}

/**
 * Terms read back from storage; cents may be integers or strings of digits. Throws when a value is missing or of the
 * wrong kind: stored terms were checked when they were made, so anything else is a broken invariant.
 */
export function termsFromJson(json: unknown): ContractTerms {
  const terms = fieldsOf(json, "terms");
  const rates = fieldsOf(terms["rates"], "rates");
  const aim = fieldsOf(terms["pickupAim"], "pickupAim");
  return {
    year: whole(terms, "year"),
    timeZone: text(terms, "timeZone"),
    rates: {
      office: cents(rates, "office"),
      outside: cents(rates, "outside"),
      "weekend-holiday": cents(rates, "weekend-holiday"),
    },
    additionalTicketRate: cents(terms, "additionalTicketRate"),
    additionalTicketRule: option(terms, "additionalTicketRule", ["at-least", "flat"]),
    ticketsPerMonth: whole(terms, "ticketsPerMonth"),
    startFeeMinutes: whole(terms, "startFeeMinutes"),
    authorisedMinutes: whole(terms, "authorisedMinutes"),
    researchMinutes: whole(terms, "researchMinutes"),
    workOrderLimitMinutes: whole(terms, "workOrderLimitMinutes"),
    vatPercent: whole(terms, "vatPercent"),
    officeOpens: timeOfDay(terms, "officeOpens"),
    officeCloses: timeOfDay(terms, "officeCloses"),
    liberationDay: option(terms, "liberationDay", ["lustrum", "always", "never"]),
    noticeMonths: whole(terms, "noticeMonths"),
    pickupAim: { days: whole(aim, "days"), kind: option(aim, "kind", ["calendar", "working"]) },
    paymentDays: whole(terms, "paymentDays"),
  };
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw broken(name);
  return value as Fields;
}

function whole(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw broken(name);
  return value;
}

function cents(fields: Fields, name: string): Cents {
  const value = fields[name];
  if (typeof value === "string" && /^\d+$/.test(value)) return BigInt(value);
  return BigInt(whole(fields, name));
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== "string") throw broken(name);
  return value;
}

function timeOfDay(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) throw broken(name);
  return value;
}

function option<Option extends string>(fields: Fields, name: string, options: readonly Option[]): Option {
  const value = fields[name];
  const found = options.find((each) => each === value);
  if (found === undefined) throw broken(name);
  return found;
}

function broken(name: string): Error {
  return new Error(`stored terms are broken at ${name}`);
}
