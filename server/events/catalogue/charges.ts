import { z } from "zod";
import { ownVats } from "../../../core/values/own-vat.ts";
import { cents, event } from "./event.ts";

const byStaff = { isVisible: true, recordedBy: "provider" } as const;

export const chargeEvents = [
  event(
    "price-corrected",
    byStaff,
    z.object({
      correctionId: z.string(),
      month: z.string(),
      vat: z.enum(ownVats),
      amountCents: cents,
      reason: z.string(),
    }),
  ),
  event("correction-withdrawn", byStaff, z.object({ correctionId: z.string(), amountCents: cents, month: z.string() })),
  event("start-fee-waived", byStaff, z.object({ minutes: z.number(), reason: z.string() })),
] as const;
