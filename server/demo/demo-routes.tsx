import { z } from "zod";
import { timeZone } from "../../core/calendar/time-zone.ts";
import type { WindowRules } from "../../core/calendar/windows.ts";
import { findExtraHolidays, findTerms } from "../contracts/read-contracts.ts";
import { inTransaction } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { enqueueJob } from "../queue/enqueue-job.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { anyone } from "../http/access.ts";
import { afterwards, type Answer, page, redirect, refused } from "../http/answer.ts";
import { nothing, optionalLine } from "../http/fields.ts";
import { noParams, reference } from "../http/params.ts";
import type { Fields } from "../http/read-input.ts";
import { type RefusedForm, typedForm } from "../http/refused-form.ts";
import { statusOf } from "../refusals/refusals.ts";
import { type Route, route, type View } from "../http/route.ts";
import type { Services } from "../services.ts";
import { formatDateTime } from "../../core/calendar/format-time.ts";
import { ClockPage } from "./clock-page.tsx";
import { demoMessages } from "./demo.messages.ts";
import { MailListPage, MailPage } from "./mail-pages.tsx";
import { type Jump, momentOf } from "./next-moment.ts";

const unknown = () => refused({ code: "not-found" });
const furthest = { hours: 2 * 366 * 24 };
const jump = z.discriminatedUnion("to", [
  z.strictObject({ to: z.enum(["hour", "tomorrow", "month"]) }),
  z.strictObject({ to: z.literal("chosen"), date: optionalLine(10), time: optionalLine(20) }),
]);

/** The demo's own pages: its mail and its clock. Without a demo these addresses are unknown. */
export function demoRoutes(services: Services): readonly Route[] {
  const { demo } = services;
  return [
    route({
      method: "GET",
      path: paths.demo.mailbox,
      access: anyone,
      permission: "public",
      params: noParams,
      input: nothing,
      handle: async ({ view }) =>
        demo === null ? unknown() : page(<MailListPage view={view} mails={demo.mailbox.list()} />),
    }),
    route({
      method: "GET",
      path: paths.demo.mail(":id"),
      access: anyone,
      permission: "public",
      params: z.strictObject({ id: reference }),
      input: nothing,
      handle: async ({ view, params }) => {
        const mail = demo?.mailbox.get(params.id);
        return mail === undefined
          ? unknown()
          : page(<MailPage view={view} mail={mail} publicUrl={services.publicUrl} />);
      },
    }),
    route({
      method: "GET",
      path: paths.demo.clock,
      access: anyone,
      permission: "public",
      params: noParams,
      input: nothing,
      handle: async ({ work, view }) => (demo === null ? unknown() : showClock(work, view, null)),
    }),
    route({
      method: "POST",
      path: paths.demo.clock,
      access: anyone,
      permission: "public",
      params: noParams,
      input: jump,
      handle: async ({ work, view, input }) => {
        if (demo === null) return unknown();
        const words = demoMessages(view.language);
        const moment = momentOf(input, work.now(), await officeRules(work));
        if (!moment.ok) return refused(moment.refusal);
        if (Temporal.Instant.compare(moment.value, work.now()) <= 0)
          return showClock(work, view, outOfRange(input), words.onlyForward);
        if (Temporal.Instant.compare(moment.value, services.systemNow().add(furthest)) > 0)
          return showClock(work, view, outOfRange(input), words.tooFar);
        await recordEvent(work, {
          kind: "clock-moved",
          organisationId: null,
          subject: "clock",
          payload: { from: work.now().toString(), to: moment.value.toString() },
        });
        return afterwards(async () => {
          await demo.moveClock(moment.value);
          // Jobs that are due by the new time need not wait for their hour.
          await inTransaction(services.databases, work.actor, async (tx) => enqueueJob({ tx }, "end-tickets", {}));
          return redirect(paths.demo.clock, { toast: words.moved(formatDateTime(moment.value, view.language)) });
        });
      },
      showAgain:
        demo === null
          ? undefined
          : async ({ work, view, ...given }) => showClock(work, view, { ...given, form: "moment" }),
    }),
  ];
}

async function officeRules({ tx, now }: Work): Promise<WindowRules | null> {
  const terms = await findTerms(tx, now().toZonedDateTimeISO(timeZone).year);
  return terms === null ? null : { terms, extraHolidays: await findExtraHolidays(tx) };
}

/** A moment that exists but lies outside the clock's range. */
function outOfRange(jump: Jump): RefusedForm<"moment"> {
  const fields: Fields = jump.to === "chosen" ? { date: [jump.date], time: [jump.time] } : {};
  return { form: "moment", fields, refusal: { code: "invalid-input", fields: { date: "out-of-range" } }, uploads: [] };
}

async function showClock(
  work: Work,
  view: View,
  again: RefusedForm<"moment"> | null,
  problem?: string,
): Promise<Answer> {
  const rules = await officeRules(work);
  const momentFor = (to: "hour" | "tomorrow" | "month") => {
    const moment = momentOf({ to }, work.now(), rules);
    return moment.ok ? moment.value : work.now();
  };
  const moments = { hour: momentFor("hour"), tomorrow: momentFor("tomorrow"), month: momentFor("month") };
  const form = typedForm("moment", again, view.language);
  return page(
    <ClockPage view={view} form={form} problem={problem} moments={moments} />,
    again === null ? 200 : statusOf(again.refusal),
  );
}
