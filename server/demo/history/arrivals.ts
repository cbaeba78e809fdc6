import { type Month, monthOfDate } from "../../../core/values/month.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
import { dateAt, isWorkday, localMinute, type Minute, type Span } from "./local-calendar.ts";
import type { Random } from "./random.ts";

export interface Arrival {
  readonly organisation: DemoOrganisation;
  readonly at: Minute;
}

/** Below the fifteen of a month, with room for the special tickets. */
const mostInMonth = 12;
const busyMonth = 18;

interface Drawing {
  organisations: readonly DemoOrganisation[];
  span: Span;
  /** The number of tickets, without the special ones. */
  count: number;
  random: Random;
}

/** The arrivals of ordinary tickets: mostly on workday mornings, in proportion to each organisation's size. */
export function drawArrivals({ organisations, span, count, random }: Drawing): Arrival[] {
  const active = organisations.filter((organisation) => organisation.weight > 0);
  const busy = active.find((organisation) => organisation.story === "busy");
  const arrivals: Arrival[] = [];
  if (busy !== undefined)
    for (let number = 0; number < busyMonth; number += 1)
      arrivals.push({
        organisation: busy,
        at: momentIn(
          span,
          daysOf(span).filter((day) => monthOfDate(day) === span.fullMonths[2]),
          random,
        ),
      });
  const taken = new Map<string, number>();
  for (let tries = 0; arrivals.length < count && tries < count * 50; tries += 1) {
    const organisation = weighted(active, (one) => one.weight, random);
    const at = momentIn(span, daysOf(span), random);
    const month = monthOfDate(dateAt(at));
    const place = `${organisation.key} ${month}`;
    if (!isDrawn(organisation, month, span) || (taken.get(place) ?? 0) >= mostInMonth) continue;
    taken.set(place, (taken.get(place) ?? 0) + 1);
    arrivals.push({ organisation, at });
  }
  return arrivals.toSorted((a, b) => a.at - b.at);
}

/**
 * The others are told elsewhere: Anna's month and the busy month. Before its contract starts an organisation has none.
 */
function isDrawn({ story }: DemoOrganisation, month: Month, span: Span): boolean {
  if (story === "anna") return month !== span.thisMonth;
  if (story === "busy") return month !== span.fullMonths[2];
  if (story === "started-late") return month !== span.fullMonths[0];
  return true;
}

const daysBySpan = new WeakMap<Span, readonly Temporal.PlainDate[]>();

function daysOf(span: Span): readonly Temporal.PlainDate[] {
  const known = daysBySpan.get(span);
  if (known !== undefined) return known;
  const days: Temporal.PlainDate[] = [];
  for (let day = dateAt(span.start); Temporal.PlainDate.compare(day, span.today) <= 0; day = day.add({ days: 1 }))
    days.push(day);
  daysBySpan.set(span, days);
  return days;
}

/** A past moment on one of the days. Weekends and holidays are quiet. */
function momentIn(span: Span, days: readonly Temporal.PlainDate[], random: Random): Minute {
  for (let tries = 0; tries < 500; tries += 1) {
    const day = random.pick(days);
    if (!isWorkday(day) && !random.chance(0.1)) continue;
    const at = localMinute(day, hourOf(day, random), random.between(0, 59));
    if (at < span.now) return at;
  }
  return span.start + random.between(0, span.now - span.start - 1);
}

function hourOf(day: Temporal.PlainDate, random: Random): number {
  if (!isWorkday(day) || random.chance(0.08)) return random.between(18, 22);
  return random.pick([8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17]);
}

export function weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number, random: Random): Item {
  let left = random.next() * items.reduce((sum, item) => sum + weightOf(item), 0);
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return random.pick(items);
}

/** Moments of the current month, in office hours as far as it has any yet. */
export function momentsThisMonth(span: Span, count: number): Temporal.Instant[] {
  const candidates: Minute[] = [];
  for (
    let day = dateAt(span.startOfThisMonth);
    Temporal.PlainDate.compare(day, span.today) <= 0;
    day = day.add({ days: 1 })
  )
    if (isWorkday(day)) for (const hour of [8, 10, 13, 15]) candidates.push(localMinute(day, hour, 7 + hour));
  const past = candidates.filter((at) => at < span.now - 20);
  const elapsedSeconds = (span.now - span.startOfThisMonth) * 60;
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / (count + 1);
    const inHours = past.length >= count ? past[Math.floor(past.length * share)] : undefined;
    const seconds =
      inHours === undefined ? span.startOfThisMonth * 60 + Math.floor(elapsedSeconds * share) : inHours * 60 + 23;
    return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  });
}
