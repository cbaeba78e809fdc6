import type { ChargedVisit, WorkedEntry } from "../../core/charges/charged-work.ts";
import { type Step, steps } from "../../core/tickets/step.ts";
import { type Customer, itemAt, type Loading, minute, textOfTime } from "./loading.ts";
import { loadedAddendum } from "./organisations.ts";
import type { LoadedTicket } from "./tickets.ts";

/** The work of a ticket that was logged. */
export interface LoggedTime {
  readonly entries: readonly WorkedEntry[];
  readonly visits: readonly ChargedVisit[];
  /** The chargeable minutes of each step. */
  readonly minutes: Readonly<Record<Step, number>>;
  readonly notChargedMinutes: number;
}

/** The most minutes of each step; together they stay below the ceiling of the terms. */
const most: Readonly<Record<Step, number>> = { administration: 20, research: 60, resolution: 40 };

/** Adds one entry of each step within the ticket's slot, one after another, and now and then a visit after them. */
export function addTime(loading: Loading, customer: Customer, ticket: LoadedTicket): LoggedTime {
  const { chance } = loading;
  const minutes = { administration: 0, research: 0, resolution: 0 };
  const entries: WorkedEntry[] = [];
  let notChargedMinutes = 0;
  if (!ticket.isPickedUp) return { entries, visits: [], minutes, notChargedMinutes };
  const asked = steps.map((step) => chance.between(4, most[step]));
  const all = asked.reduce((sum, length) => sum + length, 0);
  const room = ticket.slot.minutes - 1;
  let at = ticket.slot.start + minute;
  const end = at + room * minute;
  for (const [place, step] of steps.entries()) {
    const length = Math.max(1, Math.floor(itemAt(asked, place) * Math.min(1, room / all)));
    if (at + length * minute > end || (place === 1 && chance.chance(0.25))) continue;
    const isChargeable = !chance.chance(0.04);
    entries.push(addEntry(loading, customer, ticket, { step, at, length, isChargeable }));
    if (isChargeable) minutes[step] += length;
    else notChargedMinutes += length;
    at += length * minute;
  }
  const visits = at + 15 * minute < end && chance.chance(0.02) ? addVisit(loading, customer, ticket, at) : [];
  return { entries, visits, minutes, notChargedMinutes };
}

interface Logged {
  readonly step: Step;
  readonly at: number;
  readonly length: number;
  readonly isChargeable: boolean;
}

function addEntry(
  { rows, chance }: Loading,
  { id: organisationId, happenings }: Customer,
  ticket: LoadedTicket,
  { step, at, length, isChargeable }: Logged,
): WorkedEntry {
  const id = chance.id<string>(at);
  const [start, end, recordedAt] = [textOfTime(at), textOfTime(at + length * minute), at + length * minute];
  const reason = isChargeable ? null : "Overleg tussen collega's";
  const description =
    step === "research" ? ticket.template.research : step === "resolution" ? ticket.template.resolution : "";
  const said = { step, isChargeable, reason, description };
  const who = { organisationId, consultantId: ticket.consultant };
  const during = { startsAt: start, endsAt: end, recordedAt: textOfTime(recordedAt) };
  rows.add("time_entries", { ...who, id, ticketId: ticket.id, ...said, ...during });
  rows.add("busy_times", { ...who, entryId: id, visitId: null, during: `[${start},${end})` });
  happenings.push({
    id: chance.id(recordedAt),
    at: recordedAt,
    actor: "consultant",
    personId: ticket.consultant,
    kind: "time-logged",
    subject: ticket.id,
    payload: { entryId: id, ...said, start, end, authorisationId: null },
  });
  return {
    id,
    ticketId: ticket.id,
    step,
    start: Temporal.Instant.fromEpochMilliseconds(at),
    end: Temporal.Instant.fromEpochMilliseconds(at + length * minute),
    isChargeable,
    authorisationId: null,
  };
}

/** A visit of the last contract year under the customer's addendum. */
function addVisit(
  { rows, chance, plan }: Loading,
  { id: organisationId, addendumId }: Customer,
  ticket: LoadedTicket,
  at: number,
): readonly ChargedVisit[] {
  if (addendumId === null || ticket.slot.month.slice(0, 4) !== plan.months.at(-1)?.slice(0, 4)) return [];
  const id = chance.id<string>(at);
  const end = ticket.slot.start + ticket.slot.minutes * minute;
  const kilometres = chance.between(5, 60);
  const who = { organisationId, consultantId: ticket.consultant };
  const [startsAt, endsAt] = [textOfTime(at), textOfTime(end)];
  const during = { startsAt, endsAt, recordedAt: endsAt };
  rows.add("visits", { ...who, id, ticketId: ticket.id, addendumId, ...during, kilometres, description: "Op locatie" });
  rows.add("busy_times", { ...who, entryId: null, visitId: id, during: `[${startsAt},${endsAt})` });
  const addendum = { id: addendumId, terms: loadedAddendum };
  const [start, ends] = [Temporal.Instant.fromEpochMilliseconds(at), Temporal.Instant.fromEpochMilliseconds(end)];
  return [{ id, ticketId: ticket.id, addendum, start, end: ends, kilometres }];
}
