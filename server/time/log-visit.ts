import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { requireAlone } from "../../core/time/time-entry.ts";
import { checkWorkAfterContract } from "../../core/tickets/contract-end.ts";
import { decideVisit, type ProposedVisit } from "../../core/time/visit.ts";
import type { AddendumId, VisitId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findAddendumOn } from "../contracts/read-addenda.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import { attempt, type Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";
import { isFinalInvoiceIssued } from "./read-final-invoice.ts";
import { findOverlapping } from "./read-busy-times.ts";
import { insertVisit } from "./store-visits.ts";

export interface NewVisit extends ProposedVisit {
  readonly reference: string;
  readonly description: string;
}

/**
 * Records a visit on site under the addendum in force on its local date (A3). Refuses `not-found`, `not-allowed`, what
 * core's decideVisit refuses, and `final-invoice-issued` (CE8).
 */
export async function logVisit(work: Work<Staff>, visit: NewVisit): Promise<Result<{ id: VisitId }>> {
  const locked = await lockTicket(work, visit.reference, "time.log");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const on = localDateOf(visit.start);
  const addendum = await findAddendumOn(work.tx, ticket.organisationId, on);
  const decided = decideVisit(visit, {
    now: work.now(),
    createdAt: ticket.createdAt,
    closedAt: ticket.closedAt,
    overlapping: await overlappingWith(work, visit),
    on,
    isUnderAddendum: addendum !== null,
  });
  if (!decided.ok) return decided;
  if (addendum === null) throw new Error("a visit is decided on under an addendum");
  const invoicing = { isFinalInvoiceIssued: await isFinalInvoiceIssued(work.tx, ticket.organisationId, on) };
  const inTime = checkWorkAfterContract({ isChargeable: true }, invoicing);
  if (!inTime.ok) return inTime;
  return attempt(
    work,
    async () => keep(work, ticket, { ...visit, addendumId: addendum.id }),
    async (error) => (violatedConstraint(error) === "one_place_at_a_time" ? overlaps(work, visit) : null),
  );
}

/** Times that end before they start overlap with nothing, and the database has no such range. */
async function overlappingWith(work: Work<Staff>, visit: NewVisit) {
  return Temporal.Instant.compare(visit.start, visit.end) < 0
    ? findOverlapping(work.tx, work.actor.personId, visit)
    : [];
}

async function keep(
  work: Work<Staff>,
  ticket: TicketRow,
  visit: NewVisit & { readonly addendumId: AddendumId },
): Promise<Result<{ id: VisitId }>> {
  const id = newId<VisitId>();
  const now = work.now();
  const { addendumId, start, end, kilometres, description } = visit;
  const consultantId = work.actor.personId;
  const row = { id, addendumId, consultantId, start, end, kilometres, description, recordedAt: now };
  await insertVisit(work.tx, ticket, row);
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  await recordEvent(work, {
    kind: "visit-logged",
    organisationId: ticket.organisationId,
    subject: ticket.id,
    payload: { visitId: id, addendumId, start: String(start), end: String(end), kilometres, description },
  });
  return accept({ id });
}

/** Another transaction was quicker than our check. */
async function overlaps(work: Work<Staff>, visit: NewVisit): Promise<Result<never>> {
  const alone = requireAlone(await findOverlapping(work.tx, work.actor.personId, visit));
  return alone.ok ? refuse({ code: "changed-meanwhile" }) : alone;
}
