import { z } from "zod";
import { checkTerms } from "../../core/contracts/check-terms.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { line } from "../http/fields.ts";

const whole = z.number().int().min(0).max(100_000_000);
const cents = whole.transform(BigInt);
const shortText = z.string().min(1).max(80);
const starts = z.array(z.strictObject({ from: shortText, window: shortText })).max(48);

const windowsNamed = (name: z.ZodString) =>
  z
    .array(z.strictObject({ id: shortText, names: z.strictObject({ nl: name, en: name }), hourlyRate: cents }))
    .min(1)
    .max(20);

/** The closed shape of terms in their row. */
const termsShape = z.strictObject({
  year: whole,
  timeZone: shortText,
  windows: windowsNamed(shortText),
  week: z.strictObject({
    monday: starts,
    tuesday: starts,
    wednesday: starts,
    thursday: starts,
    friday: starts,
    saturday: starts,
    sunday: starts,
    holiday: starts,
  }),
  usualWindow: shortText,
  liberationDay: z.enum(["lustrum", "always", "never"]),
  additionalTicketRate: cents,
  additionalTicketRule: z.enum(["at-least", "flat"]),
  ticketsPerMonth: whole.nullable(),
  contactSeats: whole,
  startFeeMinutes: whole,
  authorisedMinutes: whole,
  researchMinutes: whole,
  researchWarnings: z.array(whole).max(10),
  workOrderLimitMinutes: whole,
  vatPercent: whole,
  reducedVatPercent: whole,
  noticeMonths: whole,
  renewalFromMonth: whole,
  pickupAim: z.strictObject({ days: whole, kind: z.enum(["calendar", "working"]) }),
  paymentDays: whole,
}) satisfies z.ZodType<ContractTerms>;

/** The same for terms in a file, with cleaned names. Published terms stay as they are. */
export const writtenTermsShape = termsShape.extend({ windows: windowsNamed(line(80)) });

/** Terms from their row, which was checked when it was written. Anything else is a broken invariant. */
export function termsOfRow(stored: unknown): ContractTerms {
  const terms = termsShape.parse(stored);
  const [problem] = checkTerms(terms);
  if (problem !== undefined) throw new Error(`terms of ${terms.year}: ${problem.path.join(".")} ${problem.message}`);
  return terms;
}
