/** The id of a rate window, such as `office`; which there are is said by the terms. (M4) */
export type Window = string;

/** What the clock does on a local day: the day of the week, or a public holiday whichever day that is. */
export const dayKinds = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "holiday",
] as const;

export type DayKind = (typeof dayKinds)[number];

/** From a local wall time HH:MM on this window counts, until the next one of the day begins. */
export interface WindowStart {
  readonly from: string;
  readonly window: Window;
}

/** For each kind of day its windows in order; the first begins at 00:00, so that every minute has one. (M4) */
export type Week = Readonly<Record<DayKind, readonly WindowStart[]>>;

/** The windows of the contract as it is offered: office hours on workdays, the hours around them, all other days. */
export type StandardWindow = "office" | "outside" | "weekend-holiday";

/** When the office opens and closes on workdays: HH:MM, opening before closing. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/**
 * A week of office hours: on workdays `office` from opening to closing and `outside` around it, in weekends and on
 * public holidays `weekend-holiday`. Source: contract M4, "Charges, exactly" 1.
 */
export function officeWeek({ opens, closes }: OfficeHours): Week {
  const workday: WindowStart[] = [
    ...(opens === "00:00" ? [] : [{ from: "00:00", window: "outside" }]),
    { from: opens, window: "office" },
    { from: closes, window: "outside" },
  ];
  const free: WindowStart[] = [{ from: "00:00", window: "weekend-holiday" }];
  return {
    monday: workday,
    tuesday: workday,
    wednesday: workday,
    thursday: workday,
    friday: workday,
    saturday: free,
    sunday: free,
    holiday: free,
  };
}

/** The days from Monday to Friday, unless they are a holiday. */
export const workdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

/** The same week with office hours on its workdays. Source: contract M4. */
export function withOfficeHours(week: Week, hours: OfficeHours): Week {
  const { monday, tuesday, wednesday, thursday, friday } = officeWeek(hours);
  return { ...week, monday, tuesday, wednesday, thursday, friday };
}

/** The office hours of a week's workdays; null where they have others, or differ. Source: contract M4. */
export function officeHoursOf(week: Week): OfficeHours | null {
  const times = week.monday.map(({ from }) => from);
  const [opens, closes] = times.length === 2 ? times : times.slice(1);
  if (opens === undefined || closes === undefined) return null;
  const inShort = (some: Week) =>
    JSON.stringify(workdays.map((day) => some[day].map((start) => [start.from, start.window])));
  return inShort(withOfficeHours(week, { opens, closes })) === inShort(week) ? { opens, closes } : null;
}

/** Whether a text is a time of day as HH:MM, from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The minutes from 0:00 of a time of day written HH:MM. */
export function minuteOfDay(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
