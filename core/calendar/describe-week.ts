import { formatList } from "../values/format.ts";
import type { Language, Names } from "../values/language.ts";
import { type DayKind, dayKinds, type Week, type Window, type WindowStart } from "./week.ts";

/** A stretch of a day's wall clock as HH:MM; 24:00 is the end of the day. */
interface ClockStretch {
  readonly from: string;
  readonly to: string;
}

/** Kinds of day with the same times for a window. */
interface DaysAlike {
  readonly days: readonly DayKind[];
  readonly stretches: readonly ClockStretch[];
}

interface WeekWords {
  readonly days: Readonly<Record<DayKind, string>>;
  readonly run: (first: string, last: string) => string;
  readonly everyDay: string;
  readonly allDay: string;
  readonly never: string;
  readonly stretch: (from: string, to: string) => string;
}

const weekWords: Readonly<Record<Language, WeekWords>> = {
  nl: {
    days: {
      monday: "maandag",
      tuesday: "dinsdag",
      wednesday: "woensdag",
      thursday: "donderdag",
      friday: "vrijdag",
      saturday: "zaterdag",
      sunday: "zondag",
      holiday: "feestdagen",
    },
    run: (first, last) => `${first} tot en met ${last}`,
    everyDay: "elke dag",
    allDay: "de hele dag",
    never: "op geen enkel moment",
    stretch: (from, to) => `van ${from} tot ${to}`,
  },
  en: {
    days: {
      monday: "Monday",
      tuesday: "Tuesday",
      wednesday: "Wednesday",
      thursday: "Thursday",
      friday: "Friday",
      saturday: "Saturday",
      sunday: "Sunday",
      holiday: "public holidays",
    },
    run: (first, last) => `${first} to ${last}`,
    everyDay: "every day",
    allDay: "all day",
    never: "at no time",
    stretch: (from, to) => `from ${from} to ${to}`,
  },
};

/**
 * The hours of a window in words: "maandag tot en met vrijdag van 9:00 tot 17:00". Days with the same times stand
 * together; of three or more in a row only the first and the last are named. Source: contract M4.
 */
export function describeWindow(window: Window, week: Week): Names {
  const alike = daysAlike(window, week);
  const told = (language: Language) =>
    alike.length === 0
      ? weekWords[language].never
      : alike.map((each) => `${tellDays(each.days, language)} ${tellTimes(each.stretches, language)}`).join("; ");
  return { nl: told("nl"), en: told("en") };
}

function daysAlike(window: Window, week: Week): readonly DaysAlike[] {
  const found = dayKinds.map((day) => ({ days: [day], stretches: stretchesOf(window, week[day]) }));
  const counting = found.filter(({ stretches }) => stretches.length > 0);
  const groups = Map.groupBy(counting, ({ stretches }) => JSON.stringify(stretches));
  return [...groups.values()].map((group) => ({
    days: group.flatMap(({ days }) => days),
    stretches: group[0]?.stretches ?? [],
  }));
}

/** The hours of a window on one kind of day. A start that continues the same window makes no difference. */
function stretchesOf(window: Window, starts: readonly WindowStart[]): readonly ClockStretch[] {
  const changes = starts.filter((start, index) => start.window !== starts[index - 1]?.window);
  return changes.flatMap((start, index) =>
    start.window === window ? [{ from: start.from, to: changes[index + 1]?.from ?? "24:00" }] : [],
  );
}

function tellDays(days: readonly DayKind[], language: Language): string {
  const words = weekWords[language];
  if (days.length === dayKinds.length) return words.everyDay;
  const told = runsOf(days).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < 3 || first === undefined || last === undefined) return run.map((day) => words.days[day]);
    return [words.run(words.days[first], words.days[last])];
  });
  return formatList(told, language);
}

/** Groups consecutive days. Public holidays follow no day of the week. */
function runsOf(days: readonly DayKind[]): readonly (readonly DayKind[])[] {
  const runs: DayKind[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isNext = before !== undefined && day !== "holiday" && dayKinds.indexOf(day) === dayKinds.indexOf(before) + 1;
    if (run !== undefined && isNext) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function tellTimes(stretches: readonly ClockStretch[], language: Language): string {
  const words = weekWords[language];
  const [only] = stretches;
  if (stretches.length === 1 && only?.from === "00:00" && only.to === "24:00") return words.allDay;
  return formatList(
    stretches.map(({ from, to }) => words.stretch(clock(from), clock(to))),
    language,
  );
}

/** `9:00` for 09:00. */
function clock(time: string): string {
  return time.replace(/^0(?=\d:)/, "");
}
