import { z } from "zod";
import { steps } from "../../../core/tickets/step.ts";
import { ownVats } from "../../../core/values/own-vat.ts";
import { cents, event } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

export const timeEvents = [
  event(
    "time-logged",
    hidden,
    z.object({
      entryId: z.string(),
      step: z.enum(steps),
      start: z.string(),
      end: z.string(),
      isChargeable: z.boolean(),
      reason: z.string().nullable(),
      description: z.string(),
      authorisationId: z.string().nullable(),
    }),
  ),
  event("time-voided", hidden, z.object({ entryId: z.string(), minutes: z.number(), reason: z.string() })),
  event("timer-started", hidden, z.object({ step: z.enum(steps) })),
  event(
    "timer-discarded",
    hidden,
    z.object({
      startedAt: z.string(),
      step: z.enum(steps),
      // The first version did not have it.
      why: z.enum(["too-short", "written-already", "thrown-away"]).optional(),
    }),
  ),
  event(
    "visit-logged",
    hidden,
    z.object({
      visitId: z.string(),
      addendumId: z.string(),
      start: z.string(),
      end: z.string(),
      kilometres: z.number(),
      description: z.string(),
    }),
  ),
  event(
    "visit-voided",
    hidden,
    z.object({ visitId: z.string(), minutes: z.number(), kilometres: z.number(), reason: z.string() }),
  ),
  event(
    "expense-logged",
    hidden,
    z.object({
      expenseId: z.string(),
      addendumId: z.string(),
      on: z.string(),
      description: z.string(),
      amountCents: cents,
      vat: z.enum(ownVats),
    }),
  ),
  event(
    "expense-voided",
    hidden,
    z.object({ expenseId: z.string(), description: z.string(), amountCents: cents, reason: z.string() }),
  ),
] as const;
