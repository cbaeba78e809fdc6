/** A calendar month written as YYYY-MM, such as 2026-10. The brand marks that it was checked. */
export type Month = string & { readonly __month: true };

const pattern = /^20\d\d-(0[1-9]|1[0-2])$/;

/** Whether a text names a calendar month of 2000-2099. */
export function isMonth(text: string): text is Month {
  return pattern.test(text);
}

/** The month of a text. Throws for a text that names none. */
export function monthOf(text: string): Month {
  if (!isMonth(text)) throw new Error(`not a month: ${text}`);
  return text;
}

/** The calendar month of a local date. */
export function monthOfDate(date: Temporal.PlainDate): Month {
  return monthOf(date.toPlainYearMonth().toString());
}

/** The month a number of months later, or earlier for a negative number. */
export function addMonths(month: Month, months: number): Month {
  return monthOf(Temporal.PlainYearMonth.from(month).add({ months }).toString());
}

/** The months from some before a month to some after it, within 2000-2099. */
export function monthsAround(
  month: Month,
  { before, after }: { readonly before: number; readonly after: number },
): readonly Month[] {
  const here = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: before + 1 + after }, (_, index) =>
    here.add({ months: index - before }).toString(),
  ).filter(isMonth);
}

/** The twelve months of a calendar year of 2000-2099. Throws for another year. */
export function monthsOfYear(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(`${year}-${String(index + 1).padStart(2, "0")}`));
}

/** The first local date of a month. */
export function firstDayOf(month: Month): Temporal.PlainDate {
  return Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
}

/** The last local date of a month. */
export function lastDayOf(month: Month): Temporal.PlainDate {
  const first = Temporal.PlainYearMonth.from(month);
  return first.toPlainDate({ day: first.daysInMonth });
}

/** The first local date after a month, also for the last month of 2099. */
export function firstDayAfter(month: Month): Temporal.PlainDate {
  return firstDayOf(month).add({ months: 1 });
}

/** The half-open period [first instant of the month, first instant of the next) in a time zone. */
export function periodOf(month: Month, timeZone: string): { start: Temporal.Instant; end: Temporal.Instant } {
  return {
    start: firstDayOf(month).toZonedDateTime(timeZone).toInstant(),
    end: firstDayAfter(month).toZonedDateTime(timeZone).toInstant(),
  };
}
