import { z } from "zod";
import { checkTerms } from "../../core/contracts/check-terms.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";

const whole = z.number().int().min(0).max(100_000_000);
const cents = whole.transform(BigInt);
const shortText = z.string().min(1).max(80);
const starts = z.array(z.strictObject({ from: shortText, window: shortText })).max(48);

const shape = z.strictObject({
  year: whole,
  timeZone: shortText,
  windows: z
    .array(
      z.strictObject({ id: shortText, names: z.strictObject({ nl: shortText, en: shortText }), hourlyRate: cents }),
    )
    .min(1)
    .max(20),
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

/** The door that terms come in by, from a file as from their row: a closed shape, and terms that can be executed (K5). */
export const termsSchema = shape.superRefine((terms, context) => {
  for (const { path, message } of checkTerms(terms)) context.addIssue({ code: "custom", path: [...path], message });
});

/** Terms read back from their row, which was checked when it was written: anything else is a broken invariant. */
export function termsOfRow(stored: unknown): ContractTerms {
  return termsSchema.parse(stored);
}
