import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { minutesLeftByTotals, type TicketTotals } from "../../core/authorisations/ceiling.ts";
import {
  checkEntryTimes,
  datesOf,
  decideTimeEntry,
  type EntryFacts,
  minutesOfEntry,
} from "../../core/time/time-entry.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { TimeEntryId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findContractOn } from "../contracts/contract-on.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, newId, type Work } from "../events/work.ts";
import { findTicket, saveTicket, type TicketRow } from "../tickets/ticket.ts";
import { timeZone } from "../ui/format.ts";
import { findOverlapping, insertTimeEntry } from "./store.ts";

export interface NewTimeEntry {
  readonly reference: string;
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
  /** Why it is not charged; the customer can read it. */
  readonly reason: string | null;
  readonly description: string;
}

/**
 * Writes down work on a ticket (M4, T2, "Charges, exactly" 3 and 6). The ticket's row is locked first, so that two entries at
 * the ceiling see each other. Refuses `not-found`, `not-allowed` and everything that core's decideTimeEntry refuses.
 */
export async function logTimeEntry(work: Work<Staff>, entry: NewTimeEntry): Promise<Result<{ id: TimeEntryId }>> {
  const ticket = await findTicket(work.tx, entry.reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  if (!can(work.actor, "time.log", { organisationId: ticket.organisation_id })) return refuse({ code: "not-allowed" });
  const facts = { now: work.now(), createdAt: ticket.created_at, closedAt: ticket.closed_at };
  const times = checkEntryTimes(entry, facts);
  if (!times.ok) return times;
  const decided = decideTimeEntry(entry, { ...facts, ...(await factsOf(work, ticket, entry)) });
  if (!decided.ok) return decided;
  return attempt(
    work,
    async () => insertEntry(work, ticket, entry),
    async (error) => translate(work, ticket, entry, error),
  );
}

async function factsOf(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry,
): Promise<Omit<EntryFacts, "now" | "createdAt" | "closedAt">> {
  const overlapping = await findOverlapping(work.tx, work.actor.personId, entry);
  const datesWithoutContract: Temporal.PlainDate[] = [];
  for (const date of entry.isChargeable ? datesOf(entry, timeZone) : [])
    if ((await findContractOn(work.tx, ticket.organisation_id, date)) === null) datesWithoutContract.push(date);
  return { overlapping, datesWithoutContract, minutesLeft: minutesLeftByTotals(entry.step, totalsOf(ticket)) };
}

/** A ticket's totals as the ceiling is read from. */
export function totalsOf(ticket: TicketRow): TicketTotals {
  return {
    startFeeMinutes: ticket.start_fee_minutes,
    authorisedMinutes: ticket.authorised_minutes,
    administrationMinutes: ticket.administration_minutes,
    researchMinutes: ticket.research_minutes,
    resolutionMinutes: ticket.resolution_minutes,
  };
}

async function insertEntry(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry,
): Promise<Result<{ id: TimeEntryId }>> {
  const id = newId<TimeEntryId>();
  const now = work.now();
  const { step, start, end, isChargeable, description } = entry;
  const reason = isChargeable ? null : entry.reason;
  await insertTimeEntry(work.tx, ticket, {
    id,
    consultantId: work.actor.personId,
    step,
    start,
    end,
    isChargeable,
    reason,
    description,
    recordedAt: now,
  });
  await saveTicket(work.tx, ticket, { last_activity_at: now });
  const payload = {
    entryId: id,
    step,
    start: start.toString(),
    end: end.toString(),
    isChargeable,
    reason,
    description,
  };
  await recordEvent(work, {
    kind: "time-logged",
    organisationId: ticket.organisation_id,
    subject: ticket.id,
    isVisible: false,
    payload,
  });
  return accept({ id });
}

/** The database's own limits, where another transaction was quicker than our question. */
async function translate(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry,
  error: unknown,
): Promise<Result<never> | null> {
  switch (violatedConstraint(error)) {
    case "one_place_at_a_time": {
      const [other] = await findOverlapping(work.tx, work.actor.personId, entry);
      return other === undefined
        ? refuse({ code: "changed-meanwhile" })
        : refuse({
            code: "entry-overlaps",
            reference: other.reference,
            start: other.start.toString(),
            end: other.end.toString(),
          });
    }
    case "tickets_ceiling":
      return refuse({
        code: "beyond-ceiling",
        minutesLeft: minutesLeftByTotals(entry.step, totalsOf(ticket)),
        minutesAsked: minutesOfEntry(entry),
      });
    default:
      return null;
  }
}
