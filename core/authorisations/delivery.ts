import { accept, refuse, type Result } from "../values/result.ts";
import { advanceAuthorisation, type RecordedAuthorisation } from "./authorisation-lifecycle.ts";

interface Delivered {
  readonly state: "delivered";
  readonly deliveredOn: Temporal.PlainDate;
}

/**
 * Records on a local date that the work of an approved quote for one price was delivered, on that date or earlier, but
 * not before the approval. Its line is charged in the month of delivery. Refuses `transition-refused` for any other
 * authorisation, and `invalid-input` for a delivery in the future or before the approval. Source: contract T3.
 */
export function decideDelivery(
  authorisation: RecordedAuthorisation,
  deliveredOn: Temporal.PlainDate,
  { approvedOn, today }: { readonly approvedOn: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Result<Delivered> {
  const next = advanceAuthorisation(authorisation, "deliver", today);
  if (!next.ok) return next;
  if (Temporal.PlainDate.compare(deliveredOn, today) > 0)
    return refuse({ code: "invalid-input", fields: { deliveredOn: "in-future" } });
  if (Temporal.PlainDate.compare(deliveredOn, approvedOn) < 0)
    return refuse({ code: "invalid-input", fields: { deliveredOn: "too-early" } });
  return accept({ state: "delivered", deliveredOn });
}
