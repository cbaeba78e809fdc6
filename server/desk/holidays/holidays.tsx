import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import { firstHolidayYear, lastHolidayYear } from "../../../core/calendar/public-holidays.ts";
import { addOwnHoliday, removeOwnHoliday } from "../../contracts/change-own-holidays.ts";
import { localDateOf } from "../../contracts/contract-on.ts";
import { loadHolidays } from "../../contracts/load-holidays.ts";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { line, localDate, wholeNumber } from "../../http/fields.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type RefusedRequest, type Route, route, type RouteRequest } from "../../http/route.ts";
import { loadTimerStrip } from "../../time/timer-strip.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { HolidaysPage, type RefusedChange } from "./holidays-page.tsx";
import { holidayMessages } from "./holidays.messages.ts";

const shown = z.strictObject({ year: wholeNumber(firstHolidayYear, lastHolidayYear).optional() });
const adding = z.strictObject({ on: localDate, name: line(100) });
const removing = z.strictObject({ on: localDate });

/** A year's days off, for all staff; administrators add and take off the provider's own (CE2). */
export function holidayRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.holidays,
      access: staff,
      input: shown,
      handle: async (request) => showHolidays(request, { year: request.input.year, refusal: null }),
    }),
    route({
      method: "POST",
      path: paths.desk.holidays,
      access: administrators,
      input: adding,
      idempotent: true,
      handle: async ({ work, view, input: { on, name } }) => {
        const day = Temporal.PlainDate.from(on);
        const added = await addOwnHoliday(work, { on: day, name });
        if (!added.ok) return refused(added.refusal);
        const toast = holidayMessages(view.language).added(formatDate(day, view.language));
        return redirect(paths.desk.holidaysOf(day.year), { toast });
      },
      showAgain: async (request) => showAgain(request, "add"),
    }),
    route({
      method: "POST",
      path: paths.desk.removeHoliday,
      access: administrators,
      input: removing,
      handle: async ({ work, view, input: { on } }) => {
        const day = Temporal.PlainDate.from(on);
        const removed = await removeOwnHoliday(work, day);
        if (!removed.ok) return refused(removed.refusal);
        const toast = holidayMessages(view.language).removed(formatDate(day, view.language));
        return redirect(paths.desk.holidaysOf(day.year), { toast });
      },
      showAgain: async (request) => showAgain(request, "remove"),
    }),
  ];
}

/** The page again with what was refused, of the year that was meant when that can be told. */
async function showAgain(request: RefusedRequest<Staff>, form: "add" | "remove"): Promise<Answer> {
  const { fields, refusal } = request;
  const meant = shown.safeParse({ year: fields["on"]?.[0]?.slice(0, 4) });
  const change = { form, refusal, on: fields["on"]?.[0] ?? "", name: fields["name"]?.[0] ?? "" };
  return showHolidays(request, { year: meant.success ? meant.data.year : undefined, refusal: change });
}

async function showHolidays(
  { work, actor, view }: Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "view">,
  asked: { year: number | undefined; refusal: RefusedChange | null },
): Promise<Answer> {
  if (!can(actor, "holiday.read", { organisationId: null })) return refused({ code: "not-allowed" });
  const year = asked.year ?? localDateOf(view.now).year;
  return page(
    <HolidaysPage
      view={view}
      year={year}
      holidays={await loadHolidays(work.tx, year)}
      mayChange={can(actor, "holiday.change", { organisationId: null })}
      refused={asked.refusal}
      timer={await loadTimerStrip(work, view.language)}
    />,
    asked.refusal === null ? 200 : statusOf(asked.refusal.refusal),
  );
}
