import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { atOnce } from "../../db/at-once.ts";
import { personSubject, versionOf } from "../../events/changes.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { line, nothing, firstVersion } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { idOf } from "../../http/params.ts";
import { typedForm } from "../../http/refused-form.ts";
import type { Route } from "../../http/route.ts";
import type { Services } from "../../services.ts";
import { changeStaff } from "../../staff/change-staff.ts";
import { inviteStaff } from "../../staff/invite-staff.ts";
import { findStaffMember } from "../../staff/read-staff.ts";
import { bringBackStaff, suspendStaff } from "../../staff/suspend-staff.ts";
import { listQueue } from "../../tickets/board.ts";
import { findTimer } from "../../time/read-timer.ts";
import { roles, weeklyHours } from "./staff-input.ts";
import { StaffMemberPage } from "./staff-member-page.tsx";
import { staffMessages } from "./staff.messages.ts";

const ofMember = z.strictObject({ id: idOf<PersonId>() });

/** One colleague, for administrators: details, invitation, suspension. */
export function staffMemberRoutes({ systemNow }: Pick<Services, "systemNow">): readonly Route[] {
  const memberPage = formPage<Staff, z.output<typeof ofMember>, unknown, "details" | "button">({
    path: paths.desk.staffMember(":id"),
    access: administrators,
    permission: "staff.manage",
    params: ofMember,
    query: nothing,
    address: ({ id }) => paths.desk.staffMember(id),
    show: async ({ work: { tx }, actor, view, params: { id } }, refused) => {
      const version = await versionOf(tx, personSubject(id));
      const { member, tickets, timer } = await atOnce({
        member: findStaffMember(tx, id),
        tickets: listQueue(tx, { queue: "mine", personId: id }, null),
        timer: findTimer(tx, id),
      });
      if (member === undefined) return refuse({ code: "not-found" });
      return accept(
        <StaffMemberPage
          {...{ view, member, version, timer }}
          tickets={{ rows: tickets.tickets, hasMore: tickets.next !== null }}
          reader={actor.personId}
          details={typedForm("details", refused, view.language)}
          button={typedForm("button", refused, view.language)}
          systemNow={systemNow()}
        />,
      );
    },
  });
  return [
    memberPage.route,
    memberPage.deed({
      path: paths.desk.staffMember(":id"),
      permission: "staff.manage",
      params: ofMember,
      form: "details",
      // Nothing may have happened to the first administrator yet.
      input: z.strictObject({
        name: line(200),
        role: z.enum(roles),
        hours: weeklyHours,
        version: firstVersion,
      }),
      act: async ({ work, params: { id: personId }, input: { hours: weeklyMinutes, ...details } }) =>
        changeStaff(work, { personId, weeklyMinutes, ...details }),
      said: ({ language }) => staffMessages(language).saved,
    }),
    memberPage.deed({
      path: paths.desk.actOnStaff(":id", "invitation"),
      permission: "staff.manage",
      params: ofMember,
      form: "button",
      input: nothing,
      act: async ({ work, params: { id: personId } }) => inviteStaff(work, { personId, systemNow: systemNow() }),
      said: ({ language }) => staffMessages(language).sentAgain,
    }),
    memberPage.deed({
      path: paths.desk.actOnStaff(":id", "suspend"),
      permission: "staff.manage",
      params: ofMember,
      form: "button",
      input: nothing,
      act: async ({ work, params: { id: personId } }) => suspendStaff(work, { personId, systemNow: systemNow() }),
      said: ({ language }) => staffMessages(language).suspendedNow,
    }),
    memberPage.deed({
      path: paths.desk.actOnStaff(":id", "bring-back"),
      permission: "staff.manage",
      params: ofMember,
      form: "button",
      input: nothing,
      act: async ({ work, params: { id: personId } }) => bringBackStaff(work, { personId, systemNow: systemNow() }),
      said: ({ language }) => staffMessages(language).broughtBack,
    }),
  ];
}
