import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOfDate } from "../values/month.ts";
import { localMonths } from "./local-months.ts";
import { localDateIn } from "./local-time.ts";

describe("local months of many instants (T6)", () => {
  it("are known from the first instant of the calendar to the last, in which days of UTC have another month", () => {
    const monthOf = localMonths("Europe/Amsterdam");
    const months = ["1999-12-31T23:00Z", "1999-12-31T23:59:59Z", "2099-12-31T00:00Z", "2099-12-31T22:59:59.999Z"];
    expect(months.map((text) => monthOf(Temporal.Instant.from(text)))).toEqual([
      "2000-01",
      "2000-01",
      "2099-12",
      "2099-12",
    ]);
    for (const text of ["1999-12-31T22:59:59Z", "2099-12-31T23:00Z"])
      expect(() => monthOf(Temporal.Instant.from(text))).toThrow("not a month");
  });

  it("are those of each one's local date, near the ends of months too", () => {
    const nearMonthEnd = fc
      .record({ month: fc.integer({ min: 0, max: 1190 }), minutes: fc.integer({ min: -1600, max: 1600 }) })
      .map(({ month, minutes }) =>
        Temporal.PlainYearMonth.from("2000-06")
          .add({ months: month })
          .toPlainDate({ day: 1 })
          .toZonedDateTime("UTC")
          .toInstant()
          .add({ minutes }),
      );
    for (const timeZone of ["Europe/Amsterdam", "Pacific/Auckland", "America/St_Johns", "UTC"]) {
      const monthOf = localMonths(timeZone);
      fc.assert(
        fc.property(nearMonthEnd, (instant) => {
          expect(monthOf(instant)).toBe(monthOfDate(localDateIn(instant, timeZone)));
        }),
      );
    }
  });
});
