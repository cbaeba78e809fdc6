import { z } from "zod";
import type { PersonId } from "../../core/values/ids.ts";
import { accept } from "../../core/values/result.ts";
import { mailAddress } from "../faces/contact-input.ts";
import { paths } from "../faces/paths.ts";
import { administrators } from "../http/access.ts";
import { done, id, instant, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { language, line, nothing } from "../http/fields.ts";
import { idOf, noParams } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { addStaff } from "../staff/add-staff.ts";
import { changeStaff } from "../staff/change-staff.ts";
import { inviteStaff } from "../staff/invite-staff.ts";
import { listStaff, type StaffMember } from "../staff/read-staff.ts";
import { bringBackStaff, suspendStaff } from "../staff/suspend-staff.ts";

const ofMember = z.strictObject({ id: idOf<PersonId>() });
const role = z.enum(["consultant", "administrator"]);
const weeklyMinutes = z.number().int().min(0).max(6000);
const details = { name: line(200), role, weeklyMinutes };

const member = z.strictObject({
  id,
  name: z.string(),
  mailAddress: z.string(),
  phone: z.string().nullable(),
  language,
  role,
  weeklyMinutes: z.int(),
  suspendedAt: instant.nullable(),
  lastSignInAt: instant.nullable(),
  invitedUntil: instant.nullable(),
});

/** Who works for the provider, as JSON for administrators; the pages call the same actions. */
export function staffApiRoutes({ systemNow }: Pick<Services, "systemNow">): readonly Route[] {
  const common = { access: administrators, permission: "staff.manage" } as const;
  return [
    endpoint({
      ...common,
      method: "GET",
      path: paths.api.staff,
      params: noParams,
      input: nothing,
      output: z.strictObject({ active: z.array(member), suspended: z.array(member) }),
      answer: async ({ work }) => {
        const { active, suspended } = await listStaff(work.tx);
        return accept({ active: active.map(memberToJson), suspended: suspended.map(memberToJson) });
      },
    }),
    endpoint({
      ...common,
      method: "POST",
      path: paths.api.staff,
      params: noParams,
      input: z.strictObject({ ...details, mailAddress, language }),
      output: made,
      status: 201,
      idempotent: true,
      answer: async ({ work, input }) => {
        const added = await addStaff(work, { ...input, systemNow: systemNow() });
        return added.ok ? accept({ id: added.value }) : added;
      },
    }),
    endpoint({
      ...common,
      method: "POST",
      path: paths.api.staffMember(":id"),
      params: ofMember,
      input: z.strictObject({ ...details, version: z.number().int().min(0).max(2_000_000_000).optional() }),
      output: done,
      answer: async ({ work, params: { id: personId }, input }) => changeStaff(work, { personId, ...input }),
    }),
    endpoint({
      ...common,
      method: "POST",
      path: paths.api.actOnStaff(":id", "invitation"),
      params: ofMember,
      input: nothing,
      output: z.strictObject({ expiresAt: instant }),
      answer: async ({ work, params: { id: personId } }) => {
        const invited = await inviteStaff(work, { personId, systemNow: systemNow() });
        return invited.ok ? accept({ expiresAt: invited.value.toString() }) : invited;
      },
    }),
    endpoint({
      ...common,
      method: "POST",
      path: paths.api.actOnStaff(":id", "suspend"),
      params: ofMember,
      input: nothing,
      output: done,
      answer: async ({ work, params: { id: personId } }) => suspendStaff(work, { personId, systemNow: systemNow() }),
    }),
    endpoint({
      ...common,
      method: "POST",
      path: paths.api.actOnStaff(":id", "bring-back"),
      params: ofMember,
      input: nothing,
      output: done,
      answer: async ({ work, params: { id: personId } }) => bringBackStaff(work, { personId, systemNow: systemNow() }),
    }),
  ];
}

function memberToJson(one: StaffMember): z.input<typeof member> {
  return {
    id: one.id,
    name: one.name,
    mailAddress: one.mailAddress,
    phone: one.phone,
    language: one.language,
    role: one.role,
    weeklyMinutes: one.weeklyMinutes,
    suspendedAt: one.suspendedAt?.toString() ?? null,
    lastSignInAt: one.lastSignInAt?.toString() ?? null,
    invitedUntil: one.invitedUntil?.toString() ?? null,
  };
}
