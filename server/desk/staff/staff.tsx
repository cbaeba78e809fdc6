import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { accept } from "../../../core/values/result.ts";
import { mailAddress } from "../../faces/contact-input.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { language, line, nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { addStaff } from "../../staff/add-staff.ts";
import { listStaff } from "../../staff/read-staff.ts";
import { roles, weeklyHours } from "./staff-input.ts";
import { StaffPage } from "./staff-page.tsx";
import { staffMessages } from "./staff.messages.ts";

/** Everybody who works for the provider, for administrators, who also add them. */
export function staffListRoutes({ systemNow }: Pick<Services, "systemNow">): readonly Route[] {
  const staffPage = formPage<Staff, unknown, unknown, "add">({
    path: paths.desk.staff,
    access: administrators,
    permission: "staff.manage",
    params: noParams,
    query: nothing,
    address: () => paths.desk.staff,
    show: async ({ work: { tx }, view }, refused) =>
      accept(
        <StaffPage
          view={view}
          staff={await listStaff(tx)}
          form={typedForm("add", refused, view.language)}
          systemNow={systemNow()}
        />,
      ),
  });
  return [
    staffPage.route,
    staffPage.deed({
      path: paths.desk.staff,
      permission: "staff.manage",
      params: noParams,
      form: "add",
      input: z.strictObject({
        name: line(200),
        mailAddress,
        role: z.enum(roles),
        language,
        hours: weeklyHours,
      }),
      idempotent: true,
      act: async ({ work, input: { hours: weeklyMinutes, ...person } }) =>
        addStaff(work, { ...person, weeklyMinutes, systemNow: systemNow() }),
      said: ({ language, input: { name } }) => staffMessages(language).added(name),
    }),
  ];
}
