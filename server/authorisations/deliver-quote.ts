import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { decideDelivery } from "../../core/authorisations/delivery.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findContractOn } from "../contracts/read-contracts.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { lockAuthorisation } from "./lock-authorisation.ts";
import { markDelivered } from "./store.ts";

interface Delivery {
  readonly reference: string;
  readonly id: AuthorisationId;
  /** A local date, today or earlier. */
  readonly deliveredOn: Temporal.PlainDate;
}

/**
 * Records that the work of an approved quote for one price was delivered. That date's month charges the price, and no
 * more work can be recorded under the quote (T3). Works on a closed ticket too. Refuses `not-found`, `not-allowed`,
 * what core's decideDelivery refuses, and `no-contract` for a date without one, which has no terms to charge by (CE6).
 */
export async function deliverQuote(work: Work<Staff>, { reference, id, deliveredOn }: Delivery): Promise<Result<null>> {
  const locked = await lockAuthorisation(work, { reference, id }, "authorisation.deliver");
  if (!locked.ok) return locked;
  const { ticket, authorisation: quote } = locked.value;
  const { organisationId } = ticket;
  const now = work.now();
  const approvedOn = localDateOf(quote.decidedAt ?? now);
  const delivered = decideDelivery(quote, deliveredOn, { approvedOn, today: localDateOf(now) });
  if (!delivered.ok) return delivered;
  const { fixedPriceCents } = quote;
  if (fixedPriceCents === null) throw new Error("only a quote for one price is delivered");
  if ((await findContractOn(work.tx, organisationId, deliveredOn)) === null)
    return refuse({ code: "no-contract", on: deliveredOn.toString() });
  await markDelivered(work.tx, ticket, id, { deliveredOn, by: work.actor.personId });
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  await recordEvent(work, {
    kind: "authorisation-delivered",
    organisationId,
    subject: ticket.id,
    payload: { authorisationId: id, fixedPriceCents, deliveredOn: deliveredOn.toString() },
  });
  return accept(null);
}
