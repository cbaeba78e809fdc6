import { localDateOf, timeZone } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { minutesLeftByTotals, type TicketTotals } from "../../core/authorisations/ceiling.ts";
import { checkEntryTimes, datesOf, decideTimeEntry, minutesOfEntry, requireAlone } from "../../core/time/time-entry.ts";
import { checkWorkAfterContract } from "../../core/tickets/contract-end.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { AuthorisationId, TimeEntryId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findContractOn } from "../contracts/read-contracts.ts";
import type { Transaction } from "../db/connect.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import { attempt, type Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";
import { chooseAuthorisation, type ChosenAuthorisation } from "./choose-authorisation.ts";
import { isFinalInvoiceIssued } from "./read-final-invoice.ts";
import { findOverlapping } from "./read-busy-times.ts";
import { insertTimeEntry } from "./store.ts";

export interface NewTimeEntry {
  readonly step: Step;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly isChargeable: boolean;
  /** The reason for not charging it; the customer can read it. */
  readonly reason: string | null;
  readonly description: string;
  /** The authorisation of chargeable work (T3); by default the newest in force. */
  readonly authorisationId?: ChosenAuthorisation;
}

/**
 * Records work on a ticket (M4, T2, "Charges, exactly" 3 and 6). The ticket's row is locked first, so that two entries
 * at the ceiling see each other. Work at one price stays outside the ceiling (T3). Refuses `not-found`, `not-allowed`,
 * `authorisation-not-in-force`, `final-invoice-issued` (CE8) and what core's decideTimeEntry refuses.
 */
export async function logTimeEntry(
  work: Work<Staff>,
  entry: NewTimeEntry & { readonly reference: string },
): Promise<Result<{ id: TimeEntryId }>> {
  const locked = await lockTicket(work, entry.reference, "time.log");
  return locked.ok ? writeTimeEntry(work, locked.value, entry) : locked;
}

/** The same on a locked ticket. */
export async function writeTimeEntry(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry,
): Promise<Result<{ id: TimeEntryId }>> {
  const facts = { now: work.now(), createdAt: ticket.createdAt, closedAt: ticket.closedAt };
  const times = checkEntryTimes(entry, facts);
  if (!times.ok) return times;
  const { tx, actor } = work;
  const [isInvoiced, under, overlapping, datesWithoutContract] = await Promise.all([
    isFinalInvoiceIssued(tx, ticket.organisationId, localDateOf(entry.start)),
    entry.isChargeable ? chooseAuthorisation(tx, ticket, entry.authorisationId) : accept(null),
    findOverlapping(tx, actor.personId, entry),
    entry.isChargeable ? findDatesWithoutContract(tx, ticket, entry) : [],
  ]);
  const inTime = checkWorkAfterContract(entry, { isFinalInvoiceIssued: isInvoiced });
  if (!inTime.ok) return inTime;
  if (!under.ok) return under;
  const isAtOnePrice = (under.value?.fixedPriceCents ?? null) !== null;
  const minutesLeft = isAtOnePrice ? null : minutesLeftByTotals(entry.step, minutesOf(ticket));
  const decided = decideTimeEntry(entry, { ...facts, overlapping, datesWithoutContract, minutesLeft });
  if (!decided.ok) return decided;
  return attempt(
    work,
    async () => insertEntry(work, ticket, { ...entry, authorisationId: under.value?.id ?? null }),
    async (error) => translate(work, ticket, entry, error),
  );
}

async function findDatesWithoutContract(
  tx: Transaction,
  { organisationId }: TicketRow,
  entry: NewTimeEntry,
): Promise<readonly Temporal.PlainDate[]> {
  const dates = datesOf(entry, timeZone);
  const contracts = await Promise.all(dates.map(async (date) => findContractOn(tx, organisationId, date)));
  return dates.filter((_, place) => contracts[place] === null);
}

/** A ticket's totals for its ceiling. */
export function minutesOf(ticket: TicketRow): TicketTotals {
  return {
    startFeeMinutes: ticket.startFeeMinutes,
    authorisedMinutes: ticket.authorisedMinutes,
    administrationMinutes: ticket.administrationMinutes,
    researchMinutes: ticket.researchMinutes,
    resolutionMinutes: ticket.resolutionMinutes,
  };
}

async function insertEntry(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry & { readonly authorisationId: AuthorisationId | null },
): Promise<Result<{ id: TimeEntryId }>> {
  const id = newId<TimeEntryId>();
  const now = work.now();
  const { step, start, end, isChargeable, description, authorisationId } = entry;
  const reason = isChargeable ? null : entry.reason;
  const inserted = insertTimeEntry(work.tx, ticket, {
    id,
    consultantId: work.actor.personId,
    step,
    start,
    end,
    isChargeable,
    reason,
    description,
    authorisationId,
    recordedAt: now,
  });
  const payload = {
    entryId: id,
    step,
    start: start.toString(),
    end: end.toString(),
    isChargeable,
    reason,
    description,
    authorisationId,
  };
  await Promise.all([
    inserted,
    saveTicket(work.tx, ticket, { lastActivityAt: now }),
    recordEvent(work, { kind: "time-logged", organisationId: ticket.organisationId, subject: ticket.id, payload }),
  ]);
  return accept({ id });
}

/** The database's own limits, if another transaction was quicker than our check. */
async function translate(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: NewTimeEntry,
  error: unknown,
): Promise<Result<never> | null> {
  switch (violatedConstraint(error)) {
    case "one_place_at_a_time": {
      const alone = requireAlone(await findOverlapping(work.tx, work.actor.personId, entry));
      return alone.ok ? refuse({ code: "changed-meanwhile" }) : alone;
    }
    case "tickets_ceiling":
      return refuse({
        code: "beyond-ceiling",
        minutesLeft: minutesLeftByTotals(entry.step, minutesOf(ticket)),
        minutesAsked: minutesOfEntry(entry),
      });
    default:
      return null;
  }
}
