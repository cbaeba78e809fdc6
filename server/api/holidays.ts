import { z } from "zod";
import {
  firstHolidayYear,
  holidayNames,
  lastHolidayYear,
  publicHolidays,
} from "../../core/calendar/public-holidays.ts";
import { accept } from "../../core/values/result.ts";
import { addOwnHoliday, removeOwnHoliday } from "../contracts/change-own-holidays.ts";
import { type HolidaysOfYear, loadHolidays } from "../contracts/read-holidays.ts";
import { paths } from "../faces/paths.ts";
import { administrators, staff } from "../http/access.ts";
import { date, done, month } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { line, plainDate, wholeNumber } from "../http/fields.ts";
import { noParams } from "../http/params.ts";
import type { Route } from "../http/route.ts";

const ownHoliday = z.strictObject({ on: date, name: z.string() });
const daysOff = z.strictObject({
  year: z.int(),
  public: z.array(z.strictObject({ on: date, name: z.enum(holidayNames) })),
  own: z.array(ownHoliday),
  /** The months whose holidays cannot change any more. */
  invoicedMonths: z.array(month).readonly(),
});

/**
 * A year's holidays as JSON for staff, and changes of the provider's own for administrators; the page calls the same
 * actions (CE2).
 */
export function holidayApiRoutes(): readonly Route[] {
  return [
    endpoint({
      method: "GET",
      path: paths.api.holidays,
      access: staff,
      permission: "holiday.read",
      params: noParams,
      input: z.strictObject({ year: wholeNumber(firstHolidayYear, lastHolidayYear) }),
      output: daysOff,
      answer: async ({ work, input: { year } }) => accept(daysOffToJson(year, await loadHolidays(work.tx, year))),
    }),
    endpoint({
      method: "POST",
      path: paths.api.holidays,
      access: administrators,
      permission: "holiday.change",
      params: noParams,
      input: z.strictObject({ on: plainDate, name: line(100) }),
      output: ownHoliday,
      status: 201,
      idempotent: true,
      answer: async ({ work, input }) => {
        const added = await addOwnHoliday(work, input);
        return added.ok ? accept({ ...input, on: input.on.toString() }) : added;
      },
    }),
    endpoint({
      method: "POST",
      path: paths.api.removeHoliday,
      access: administrators,
      permission: "holiday.change",
      params: noParams,
      input: z.strictObject({ on: plainDate }),
      output: done,
      answer: async ({ work, input: { on } }) => removeOwnHoliday(work, on),
    }),
  ];
}

function daysOffToJson(year: number, of: HolidaysOfYear): z.input<typeof daysOff> {
  return {
    year,
    public: publicHolidays(year, of.liberationDay).map(({ date: on, name }) => ({ on: on.toString(), name })),
    own: of.own.map(({ on, name }) => ({ on: on.toString(), name })),
    invoicedMonths: of.invoicedMonths,
  };
}
