import { createHash } from "node:crypto";
import { z } from "zod";
import { isTimeOfDay, officeHoursOf, withOfficeHours } from "../../../core/calendar/week.ts";
import { checkNewTerms } from "../../../core/contracts/check-terms.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { termsToJson } from "../../../core/contracts/terms-json.ts";
import type { FieldProblem } from "../../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { amountOfMoney, line, optionalLine, wholeNumber } from "../../http/fields.ts";
import type { Language } from "../../../core/values/language.ts";
import { writeMoney } from "../../ui/money-text.ts";

const timeOfDay = line(5).refine(isTimeOfDay, "not-a-time");
const minutes = wholeNumber(0, 60_000);
const warnings = optionalLine(60).refine(
  (text) => text === "" || /^\d{1,5}(?:\s*,\s*\d{1,5})*$/.test(text),
  "not-whole",
);

/** The numbers of a year's terms as a form has them. Core judges them together. */
export const typedTerms = z.strictObject({
  // An hour in each window, in the order of the terms.
  rate: z.array(amountOfMoney).min(1).max(20),
  opens: timeOfDay.optional(),
  closes: timeOfDay.optional(),
  additionalTicketRate: amountOfMoney,
  additionalTicketRule: z.enum(["at-least", "flat"]),
  ticketsPerMonth: optionalLine(9)
    .refine((text) => /^\d*$/.test(text), "not-whole")
    .transform((text) => (text === "" ? null : Number(text))),
  startFeeMinutes: minutes,
  authorisedMinutes: minutes,
  researchMinutes: minutes,
  researchWarnings: warnings.transform((text) =>
    text === ""
      ? []
      : text
          .split(",")
          .map(Number)
          .toSorted((one, other) => other - one),
  ),
  workOrderLimitMinutes: minutes,
  contactSeats: wholeNumber(1, 2),
  pickupDays: wholeNumber(1, 365),
  pickupKind: z.enum(["calendar", "working"]),
  liberationDay: z.enum(["lustrum", "always", "never"]),
  vatPercent: wholeNumber(0, 100),
  reducedVatPercent: wholeNumber(0, 100),
  noticeMonths: wholeNumber(0, 12),
  renewalFromMonth: wholeNumber(1, 12),
  paymentDays: wholeNumber(0, 365),
});

export type TypedTerms = z.output<typeof typedTerms>;

/**
 * The terms that a form asks for: those it began from, with the typed numbers. Refuses `invalid-input` with the fields
 * that contradict each other, such as a start fee beyond the ceiling (T1, T2), and `changed-meanwhile` when the form
 * has other windows.
 */
export function termsTyped(base: ContractTerms, typed: TypedTerms): Result<ContractTerms> {
  const { rate, opens, closes, pickupDays, pickupKind, ...numbers } = typed;
  const hours = officeHoursOf(base.week);
  if (rate.length !== base.windows.length) return refuse({ code: "changed-meanwhile" });
  const terms: ContractTerms = {
    ...base,
    ...numbers,
    windows: base.windows.map((window, place) => ({ ...window, hourlyRate: rate[place] ?? window.hourlyRate })),
    week:
      hours === null
        ? base.week
        : withOfficeHours(base.week, { opens: opens ?? hours.opens, closes: closes ?? hours.closes }),
    pickupAim: { days: pickupDays, kind: pickupKind },
  };
  const problems = checkNewTerms(terms);
  if (problems.length === 0) return accept(terms);
  const fields = problems.map(({ path }): [string, FieldProblem] => [fieldOf(path), "out-of-range"]);
  return refuse({ code: "invalid-input", fields: Object.fromEntries(fields) });
}

function fieldOf([setting, ...rest]: readonly (string | number)[]): string {
  if (setting === "windows") return `rate.${rest[0] ?? 0}`;
  if (setting === "week") return "closes";
  return setting === "pickupAim" ? "pickupDays" : String(setting);
}

/** The values of the form's fields for terms, as people write them. */
export function textsOf(terms: ContractTerms, language: Language) {
  const hours = officeHoursOf(terms.week);
  return {
    rates: terms.windows.map(({ hourlyRate }) => writeMoney(hourlyRate, language)),
    hours,
    additionalTicketRate: writeMoney(terms.additionalTicketRate, language),
    ticketsPerMonth: terms.ticketsPerMonth === null ? "" : String(terms.ticketsPerMonth),
    researchWarnings: terms.researchWarnings.join(", "),
  };
}

/** What somebody read before publishing: the same terms have the same mark. */
export function markOf(terms: ContractTerms): string {
  return createHash("sha256")
    .update(JSON.stringify(termsToJson(terms)))
    .digest("base64url")
    .slice(0, 22);
}
