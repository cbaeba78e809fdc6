import { timeZone } from "../../core/calendar/time-zone.ts";
import { localMonthOf } from "../../core/tickets/month-counter.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import type { Work } from "../events/work.ts";

export interface PlaceInMonth {
  readonly month: Month;
  readonly numberInMonth: number;
  readonly createdAt: Temporal.Instant;
}

/**
 * Takes the next number of the organisation's month (T4, T6). The counter row is locked before the clock is read, so
 * that numbers and times of creation agree. If the month ends while waiting, it tries again with the new month's row.
 */
export async function takePlaceInMonth(work: Work, organisationId: OrganisationId): Promise<PlaceInMonth> {
  const expected = localMonthOf(work.now(), timeZone);
  const counters = work.tx
    .selectFrom("month_counters")
    .where("organisationId", "=", organisationId)
    .where("month", "=", expected);
  await work.tx
    .insertInto("month_counters")
    .values({ organisationId, month: expected, lastNumber: 0, lastCreatedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const counter = await counters.select(["lastNumber", "lastCreatedAt"]).forUpdate().executeTakeFirstOrThrow();
  const createdAt = laterThan(counter.lastCreatedAt, work.now());
  if (localMonthOf(createdAt, timeZone) !== expected) return takePlaceInMonth(work, organisationId);
  const numberInMonth = counter.lastNumber + 1;
  await work.tx
    .updateTable("month_counters")
    .set({ lastNumber: numberInMonth, lastCreatedAt: createdAt })
    .where("organisationId", "=", organisationId)
    .where("month", "=", expected)
    .execute();
  return { month: expected, numberInMonth, createdAt };
}

function laterThan(last: Temporal.Instant | null, now: Temporal.Instant): Temporal.Instant {
  // PostgreSQL keeps microseconds. A finer time would come back rounded and could equal another.
  const instant = now.round({ smallestUnit: "microsecond", roundingMode: "floor" });
  if (last === null || Temporal.Instant.compare(instant, last) > 0) return instant;
  return last.add({ microseconds: 1 });
}
