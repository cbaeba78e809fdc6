import { z } from "zod";
import { can } from "../../core/access/can.ts";
import { firstHolidayYear, lastHolidayYear, publicHolidays } from "../../core/calendar/public-holidays.ts";
import { addOwnHoliday, removeOwnHoliday } from "../contracts/change-own-holidays.ts";
import { type HolidaysOfYear, loadHolidays } from "../contracts/load-holidays.ts";
import { paths } from "../faces/paths.ts";
import { administrators, staff } from "../http/access.ts";
import { json, refused } from "../http/answer.ts";
import { line, localDate, wholeNumber } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";

/**
 * A year's days off as JSON for staff, and changing the provider's own for administrators: the page's own actions
 * (CE2).
 */
export function holidayApiRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.api.holidays,
      access: staff,
      input: z.strictObject({ year: wholeNumber(firstHolidayYear, lastHolidayYear) }),
      handle: async ({ work, actor, input: { year } }) => {
        if (!can(actor, "holiday.read", { organisationId: null })) return refused({ code: "not-allowed" });
        return json(holidaysDto(year, await loadHolidays(work.tx, year)));
      },
    }),
    route({
      method: "POST",
      path: paths.api.holidays,
      access: administrators,
      input: z.strictObject({ on: localDate, name: line(100) }),
      idempotent: true,
      handle: async ({ work, input: { on, name } }) => {
        const added = await addOwnHoliday(work, { on: Temporal.PlainDate.from(on), name });
        return added.ok ? json({ on, name }, 201) : refused(added.refusal);
      },
    }),
    route({
      method: "POST",
      path: paths.api.removeHoliday,
      access: administrators,
      input: z.strictObject({ on: localDate }),
      handle: async ({ work, input: { on } }) => {
        const removed = await removeOwnHoliday(work, Temporal.PlainDate.from(on));
        return removed.ok ? json({}) : refused(removed.refusal);
      },
    }),
  ];
}

function holidaysDto(year: number, { own, liberationDay, invoicedMonths }: HolidaysOfYear): object {
  return {
    year,
    public: publicHolidays(year, liberationDay).map(({ date, name }) => ({ on: date.toString(), name })),
    own: own.map(({ on, name }) => ({ on: on.toString(), name })),
    invoicedMonths,
  };
}
