import { z } from "zod";
import type { AuthorisationId } from "../../../core/values/ids.ts";
import { cents, event, idOf } from "./event.ts";

const byContacts = { isVisible: true, recordedBy: "anyone" } as const;
const byStaff = { isVisible: true, recordedBy: "provider" } as const;

const authorisationId = idOf<AuthorisationId>();
/** Requests from before quotes at one price do not have it. */
const fixedPriceCents = cents.nullable().default(null);

const decided = z.object({
  authorisationId,
  minutes: z.number(),
  fixedPriceCents,
  windows: z.array(z.string()).readonly(),
  reason: z.string().nullable(),
  agreesOutsideHours: z.boolean(),
});

export const authorisationEvents = [
  event(
    "authorisation-requested",
    byStaff,
    z.object({
      authorisationId,
      authorisationKind: z.enum(["work-order", "quote"]),
      minutes: z.number(),
      estimateCents: cents,
      fixedPriceCents,
      windows: z.array(z.string()).readonly(),
      explanation: z.string(),
      validUntil: z.string().nullable(),
    }),
  ),
  event("authorisation-approved", byContacts, decided),
  event("authorisation-declined", byContacts, decided),
  event(
    "authorisation-withdrawn",
    byStaff,
    z.object({ authorisationId, minutes: z.number(), wasApproved: z.boolean().default(false) }),
  ),
  event(
    "authorisation-delivered",
    byStaff,
    z.object({ authorisationId, fixedPriceCents: cents, deliveredOn: z.string() }),
  ),
] as const;
