/** The id of a rate window, such as `office`; the terms list them. (M4) */
export type Window = string;

/** The kinds of local day: a day of the week, or a public holiday on any of them. */
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

/** A window counts from this local wall time HH:MM until the next one of the day begins. */
export interface WindowStart {
  readonly from: string;
  readonly window: Window;
}

/** The windows of each kind of day in order. The first begins at 00:00, so that every minute has one. (M4) */
export type Week = Readonly<Record<DayKind, readonly WindowStart[]>>;

/** The windows of the standard contract: office hours on workdays, the hours around them, all other days. */
export type StandardWindow = "office" | "outside" | "weekend-holiday";

/** The opening hours on workdays: HH:MM, opening before closing. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/**
 * A week of office hours: on workdays `office` from opening to closing and `outside` around it; in weekends and on
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

/** The days from Monday to Friday; as holidays they have windows of their own. */
export const workdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

/** The same week with other office hours on its workdays. Source: contract M4. */
export function withOfficeHours(week: Week, hours: OfficeHours): Week {
  const { monday, tuesday, wednesday, thursday, friday } = officeWeek(hours);
  return { ...week, monday, tuesday, wednesday, thursday, friday };
}

/** The office hours of a week's workdays; null when the workdays differ or have other windows. Source: contract M4. */
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
