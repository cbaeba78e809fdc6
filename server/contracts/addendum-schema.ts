import { z } from "zod";
import type { AddendumTerms } from "../../core/contracts/addendum.ts";

const whole = z.number().int().min(0).max(100_000_000);
const cents = whole.transform(BigInt);

/** The schema of an addendum's numbers as JSON, from a client or from their row: a closed shape (A3). */
export const addendumTermsSchema = z.strictObject({
  visitHourlyRate: cents,
  minimumVisitMinutes: whole,
  travel: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("per-kilometre"), centsPerKilometre: cents }),
    z.strictObject({ kind: z.literal("fixed"), centsPerVisit: cents }),
  ]),
}) satisfies z.ZodType<AddendumTerms>;

/** An addendum's numbers as plain JSON for storage and exchange. Cents become integers. */
export function addendumTermsToJson({ visitHourlyRate, minimumVisitMinutes, travel }: AddendumTerms) {
  return {
    visitHourlyRate: Number(visitHourlyRate),
    minimumVisitMinutes,
    travel:
      travel.kind === "fixed"
        ? { kind: travel.kind, centsPerVisit: Number(travel.centsPerVisit) }
        : { kind: travel.kind, centsPerKilometre: Number(travel.centsPerKilometre) },
  };
}
