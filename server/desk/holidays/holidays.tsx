import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { abilitiesOf } from "../../../core/access/abilities.ts";
import { holidayDeeds } from "../../../core/calendar/holiday-deeds.ts";
import { firstHolidayYear, lastHolidayYear } from "../../../core/calendar/public-holidays.ts";
import { accept } from "../../../core/values/result.ts";
import { addOwnHoliday, removeOwnHoliday } from "../../contracts/change-own-holidays.ts";
import { loadHolidays } from "../../contracts/read-holidays.ts";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { line, plainDate, wholeNumber } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import type { RefusedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { HolidaysPage } from "./holidays-page.tsx";
import { holidayMessages } from "./holidays.messages.ts";

const asked = z.strictObject({ year: wholeNumber(firstHolidayYear, lastHolidayYear).optional() });

/** Every form of the page. */
export type HolidayForm = "add" | "remove";

const holidaysPage = formPage<Staff, unknown, z.output<typeof asked>, HolidayForm>({
  path: paths.desk.holidays,
  access: staff,
  permission: "holiday.read",
  params: noParams,
  query: asked,
  address: () => paths.desk.holidays,
  show: async ({ work, actor, view, input }, refused) => {
    const year = yearMeant(refused) ?? input.year ?? localDateOf(view.now).year;
    return accept(
      <HolidaysPage
        view={view}
        year={year}
        holidays={await loadHolidays(work.tx, year)}
        mayChange={abilitiesOf(holidayDeeds, actor, { organisationId: null }).has("holiday.change")}
        refused={refused}
      />,
    );
  },
});

/** The year of the typed day, if it has one. */
function yearMeant(refused: RefusedForm | null): number | undefined {
  return asked.safeParse({ year: refused?.fields["on"]?.[0]?.slice(0, 4) }).data?.year;
}

/** A year's holidays, for all staff. Administrators add and remove the provider's own (CE2). */
export function holidayRoutes(): readonly Route[] {
  return [
    holidaysPage.route,
    holidaysPage.deed({
      path: paths.desk.holidays,
      access: administrators,
      permission: "holiday.change",
      params: noParams,
      form: "add",
      input: z.strictObject({ on: plainDate, name: line(100) }),
      idempotent: true,
      act: async ({ work, input }) => addOwnHoliday(work, input),
      said: ({ language, input: { on } }) => holidayMessages(language).added(formatDate(on, language)),
      to: ({ input: { on } }) => paths.desk.holidaysOf(on.year),
    }),
    holidaysPage.deed({
      path: paths.desk.removeHoliday,
      access: administrators,
      permission: "holiday.change",
      params: noParams,
      form: "remove",
      input: z.strictObject({ on: plainDate }),
      act: async ({ work, input: { on } }) => removeOwnHoliday(work, on),
      said: ({ language, input: { on } }) => holidayMessages(language).removed(formatDate(on, language)),
      to: ({ input: { on } }) => paths.desk.holidaysOf(on.year),
    }),
  ];
}
