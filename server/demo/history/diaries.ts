import { dateAt, isWorkday, localMinute, type Minute } from "./local-calendar.ts";

export interface Slot {
  readonly start: Minute;
  readonly end: Minute;
}

const opens = 9;
const closes = 17;

/** The diaries of consultants: each is in one place at a time. */
export interface Diaries {
  /** Books the first free stretch in office hours from a moment on. */
  book(consultant: string, from: Minute, minutes: number): Slot;
  /** Books the first free stretch at any hour from a moment on. */
  bookAnyHour(consultant: string, from: Minute, minutes: number): Slot;
  block(consultant: string, slot: Slot): void;
}

export function createDiaries(): Diaries {
  const taken = new Map<string, Slot[]>();
  const slotsOf = (consultant: string): Slot[] => {
    const slots = taken.get(consultant) ?? [];
    taken.set(consultant, slots);
    return slots;
  };
  const firstFree = (consultant: string, from: Minute, minutes: number): Minute => {
    let start = from;
    for (;;) {
      const inTheWay = slotsOf(consultant).find((slot) => slot.start < start + minutes && start < slot.end);
      if (inTheWay === undefined) return start;
      start = inTheWay.end;
    }
  };
  const take = (consultant: string, start: Minute, minutes: number): Slot => {
    const slot = { start, end: start + minutes };
    slotsOf(consultant).push(slot);
    return slot;
  };
  return {
    block: (consultant, slot) => void slotsOf(consultant).push(slot),
    bookAnyHour: (consultant, from, minutes) => take(consultant, firstFree(consultant, from, minutes), minutes),
    book: (consultant, from, minutes) => {
      let start = inOffice(from, minutes);
      for (;;) {
        const free = inOffice(firstFree(consultant, start, minutes), minutes);
        if (free === start) return take(consultant, start, minutes);
        start = free;
      }
    },
  };
}

/** The moment itself if the work fits before closing time, otherwise the next opening. */
function inOffice(from: Minute, minutes: number): Minute {
  const date = dateAt(from);
  if (isWorkday(date) && from + minutes <= localMinute(date, closes)) return Math.max(from, localMinute(date, opens));
  return localMinute(nextWorkday(date), opens);
}

/** The moment some office minutes later, for a ticket that waits its turn. */
export function afterOfficeMinutes(from: Minute, minutes: number): Minute {
  let left = minutes;
  let date = dateAt(from);
  let start = from;
  for (;;) {
    if (isWorkday(date)) {
      const begins = Math.max(start, localMinute(date, opens));
      const room = Math.max(0, localMinute(date, closes) - begins);
      if (room > left) return begins + left;
      left -= room;
    }
    date = date.add({ days: 1 });
    start = localMinute(date, 0);
  }
}

function nextWorkday(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 });
  return isWorkday(next) ? next : nextWorkday(next);
}
