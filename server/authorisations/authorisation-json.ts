import { z } from "zod";
import { namesOfDeeds } from "../../core/access/abilities.ts";
import { authorisationDeeds } from "../../core/authorisations/authorisation-deeds.ts";
import { cents, date, id, instant } from "../http/answer-fields.ts";
import type { AuthorisationNow } from "./authorisation-abilities.ts";

/** The API's fields of a work order or quote: a closed list (R02). Cents are integers, without VAT. */
export const authorisationShape = z.strictObject({
  id,
  kind: z.enum(["work-order", "quote"]),
  state: z.enum(["requested", "approved", "declined", "withdrawn", "delivered"]),
  minutes: z.int(),
  estimateCents: cents,
  fixedPriceCents: cents.nullable(),
  windows: z.array(z.string()).readonly(),
  explanation: z.string(),
  markup: z.enum(["as-typed", "markdown"]),
  validUntil: date.nullable(),
  requestedAt: instant,
  decidedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  deliveredOn: date.nullable(),
  /** What the reader may do to it as it is now, by the names of the table of roles. */
  abilities: z.array(z.enum(namesOfDeeds(authorisationDeeds))),
});

export function authorisationToJson(one: AuthorisationNow): z.input<typeof authorisationShape> {
  return {
    id: one.id,
    kind: one.kind,
    state: one.state,
    minutes: one.minutes,
    estimateCents: one.estimateCents,
    fixedPriceCents: one.fixedPriceCents,
    windows: one.windows,
    explanation: one.explanation,
    markup: one.markup,
    validUntil: one.validUntil?.toString() ?? null,
    requestedAt: one.requestedAt.toString(),
    decidedAt: one.decidedAt?.toString() ?? null,
    declineReason: one.declineReason,
    deliveredOn: one.deliveredOn?.toString() ?? null,
    abilities: [...one.abilities],
  };
}
