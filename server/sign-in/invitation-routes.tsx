import { z } from "zod";
import { paths } from "../faces/paths.ts";
import { newcomers } from "../http/access.ts";
import { page } from "../http/answer.ts";
import { line } from "../http/fields.ts";
import { noParams } from "../http/params.ts";
import { type Route, route } from "../http/route.ts";
import { tellingOf } from "../http/tell-refusal.ts";
import { statusOf } from "../refusals/refusals.ts";
import type { Services } from "../services.ts";
import { enter } from "./enter.ts";
import { InvitationPage } from "./invitation-page.tsx";
import { checkInvitation, useInvitation } from "./use-invitation.ts";

const input = z.strictObject({ token: line(100) });

/** Turns the link of an invitation into a session. */
export function invitationRoutes({ systemNow }: Services): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.invitation,
      access: newcomers,
      permission: "public",
      params: noParams,
      input,
      // Only looks: a program that follows links in mail does not use the invitation up.
      handle: async ({ work, view, input: { token } }) => {
        const works = await checkInvitation(work.tx, { token, systemNow: systemNow() });
        return page(<InvitationPage view={view} token={token} refusal={works.ok ? null : works.refusal} />);
      },
    }),
    route({
      method: "POST",
      path: paths.invitation,
      access: newcomers,
      permission: "public",
      params: noParams,
      input,
      handle: async ({ work, view, input: { token } }) => {
        const used = await useInvitation(work, { token, address: view.address, systemNow: systemNow() });
        if (used.ok)
          return enter(work, {
            personId: used.value,
            view,
            next: undefined,
            systemNow: systemNow(),
            by: "invitation",
          });
        const { refusal } = used;
        const shown = page(<InvitationPage view={view} token={token} refusal={refusal} />, statusOf(refusal), {
          isKept: true,
        });
        return tellingOf(refusal, shown);
      },
    }),
  ];
}
