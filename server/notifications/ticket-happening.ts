import { z } from "zod";
import type { Happened } from "./store.ts";

const step = z.enum(["administration", "research", "resolution"]);
const waitsFor = z.enum(["provider", "customer", "microsoft", "planning"]);
const outcome = z.enum([
  "solved",
  "workaround",
  "redesign",
  "escalated",
  "not-solved",
  "withdrawn",
  "duplicate",
  "ended-with-contract",
]);

const pickupAim = z.object({ days: z.number(), kind: z.enum(["calendar", "working"]) });

const cents = z.string().transform(BigInt);
/** Requests from before there were quotes at one price say nothing of it. */
const fixedPriceCents = cents.nullable().default(null);

// What the events carry; more than is named here may be in them.
const happening = z.discriminatedUnion("kind", [
  // Tickets made before the aim was kept with them are told of without it.
  z.object({ kind: z.literal("ticket-created"), pickupAim: pickupAim.optional() }),
  z.object({ kind: z.literal("ticket-picked-up") }),
  z.object({ kind: z.literal("ticket-step-moved"), after: step }),
  z.object({
    kind: z.literal("ticket-replied"),
    messageId: z.uuid().optional(),
    body: z.string(),
    isStaff: z.boolean(),
    waitsFor,
  }),
  z.object({ kind: z.literal("ticket-outside-hours-agreed"), agreedBy: z.string() }),
  z.object({ kind: z.literal("ticket-resolved"), message: z.string(), outcome }),
  z.object({ kind: z.literal("ticket-withdrawn"), isStartFeeWaived: z.boolean().default(false) }),
  z.object({ kind: z.literal("ticket-waiting-set"), waitsFor, caseNumber: z.string().nullable() }),
  z.object({ kind: z.literal("ticket-reopened") }),
  z.object({ kind: z.literal("ticket-merged"), into: z.string() }),
  z.object({ kind: z.literal("ticket-ended-with-contract"), endsOn: z.string() }),
  z.object({
    kind: z.literal("authorisation-requested"),
    authorisationKind: z.enum(["work-order", "quote"]),
    minutes: z.number(),
    estimateCents: cents,
    fixedPriceCents,
    explanation: z.string(),
    validUntil: z.string().nullable(),
  }),
  z.object({ kind: z.literal("authorisation-approved"), minutes: z.number(), fixedPriceCents }),
  z.object({
    kind: z.literal("authorisation-declined"),
    minutes: z.number(),
    fixedPriceCents,
    reason: z.string().nullable(),
  }),
  z.object({ kind: z.literal("authorisation-withdrawn"), wasApproved: z.boolean().default(false) }),
  z.object({ kind: z.literal("authorisation-delivered"), fixedPriceCents: cents, deliveredOn: z.string() }),
  z.object({ kind: z.literal("price-corrected"), amountCents: cents, month: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("correction-withdrawn"), amountCents: cents, month: z.string() }),
  z.object({ kind: z.literal("start-fee-waived"), reason: z.string() }),
]);

export type TicketHappening = z.output<typeof happening>;

/**
 * What an event says of a ticket, or null for one that is about something else. A payload that is not what its kind
 * promises throws.
 */
export function readHappening(event: Happened): TicketHappening | null {
  if (!happening.options.some((option) => option.shape.kind.value === event.kind)) return null;
  return happening.parse({ ...(event.payload as object), kind: event.kind });
}
