import { localDateOf, timeZone } from "../../core/calendar/time-zone.ts";
import { addMonths, firstDayOf, type Month, monthOfDate } from "../../core/values/month.ts";

const monthsOfHistory = 24;
export const consultantsOfPlan = 12;
const minutesOfDay = 480;
const minute = 60_000;

/** Tickets of each of ten organisations among a thousand. All have one each month, so that no invoice number is free. */
const shares = [250, 120, 100, 90, 80, 75, 72, 72, 71, 70];
const ticketsOfBlock = 1000;

/** The time that one consultant has for one ticket, and that no other ticket has. */
export interface Slot {
  /** Milliseconds since 1970, on a whole minute. */
  readonly start: number;
  readonly minutes: number;
  readonly month: Month;
  readonly date: string;
  /** The place of its consultant. */
  readonly consultant: number;
  /** The place of its ticket among all, in order of time. */
  readonly place: number;
}

export interface Plan {
  readonly tickets: number;
  readonly organisations: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly months: readonly Month[];
  /** The months that are invoiced, each with the day of issue. The later ones are left to propose. */
  readonly invoiced: ReadonlyMap<Month, Temporal.PlainDate>;
  /** The slots of an organisation's tickets, in order of time. */
  slotsOf(organisation: number): readonly Slot[];
  /** The same slot in the evening of its day; of half the length. Null if nothing would be left of it. */
  evening(slot: Slot): Slot | null;
}

interface Day {
  readonly opens: number;
  readonly evening: number;
  readonly month: Month;
  readonly date: string;
}

/**
 * Spreads tickets over the working days of two years up to yesterday, and over the consultants, who are always in one
 * place. The history grows denser with the number of tickets, and never longer.
 */
export function makePlan(tickets: number, now: Temporal.Instant): Plan {
  if (!Number.isSafeInteger(tickets) || tickets < ticketsOfBlock || tickets % ticketsOfBlock !== 0)
    throw new Error(`the number of tickets is in whole thousands, not ${tickets}`);
  const today = localDateOf(now);
  const thisMonth = monthOfDate(today);
  const months = Array.from({ length: monthsOfHistory }, (_, index) =>
    addMonths(thisMonth, index - monthsOfHistory + 1),
  );
  const days = workingDays(firstDayOf(addMonths(thisMonth, 1 - monthsOfHistory)), today);
  const slotsOfEach = Math.ceil(tickets / consultantsOfPlan);
  const length = Math.floor(minutesOfDay / Math.ceil(slotsOfEach / days.length));
  if (length < 2) throw new Error(`${consultantsOfPlan} consultants have no time for ${tickets} tickets`);
  const blocks = tickets / ticketsOfBlock;
  const owners = ownersOfBlock();
  const offsetOf = (index: number, day: number) => (index - Math.ceil((day * slotsOfEach) / days.length)) * length;
  const slotOf = (place: number): Slot => {
    const index = Math.floor(place / consultantsOfPlan);
    const day = Math.floor((index * days.length) / slotsOfEach);
    const { opens, month, date } = days[day] ?? missing();
    const start = opens + offsetOf(index, day) * minute;
    return { start, minutes: length, month, date, consultant: place % consultantsOfPlan, place };
  };
  return {
    tickets,
    organisations: blocks * shares.length,
    now: now.epochMilliseconds,
    months,
    invoiced: new Map(months.slice(0, -2).map((month) => [month, firstDayOf(addMonths(month, 1)).add({ days: 1 })])),
    slotsOf: (organisation) => {
      const [block, own] = [Math.floor(organisation / shares.length), organisation % shares.length];
      return owners.flatMap((owner, step) => (owner === own ? [slotOf(step * blocks + block)] : []));
    },
    evening: (slot) => {
      const minutes = Math.floor(length / 2);
      if (minutes < 2) return null;
      const index = Math.floor(slot.place / consultantsOfPlan);
      const day = Math.floor((index * days.length) / slotsOfEach);
      const { evening } = days[day] ?? missing();
      return { ...slot, minutes, start: evening + Math.floor(offsetOf(index, day) / 2) * minute };
    },
  };
}

function workingDays(from: Temporal.PlainDate, today: Temporal.PlainDate): readonly Day[] {
  const days: Day[] = [];
  for (let date = from; Temporal.PlainDate.compare(date, today) < 0; date = date.add({ days: 1 })) {
    if (date.dayOfWeek > 5) continue;
    const at = (hour: number) => date.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
    days.push({ opens: at(9), evening: at(18), month: monthOfDate(date), date: date.toString() });
  }
  return days;
}

/** The owner of each ticket of a block: each comes round as evenly as its share allows. */
function ownersOfBlock(): readonly number[] {
  const places = shares.flatMap((share, owner) =>
    Array.from({ length: share }, (_, index) => ({ owner, at: (index + 0.5) / share })),
  );
  return places.toSorted((one, other) => one.at - other.at || one.owner - other.owner).map(({ owner }) => owner);
}

function missing(): never {
  throw new Error("a slot outside of the plan");
}
