import { z } from "zod";
import type { OrganisationId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import { paths } from "../faces/paths.ts";
import { anyone } from "../http/access.ts";
import { page, redirect, refused } from "../http/answer.ts";
import { language, nothing, optionalLine } from "../http/fields.ts";
import type { Identity } from "../http/identity.ts";
import { isLocalPath } from "../http/local-path.ts";
import { idOf, noParams } from "../http/params.ts";
import { cookiesOf, preference, preferencesOf } from "../http/preferences.ts";
import { type Route, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { ChoosePage } from "./choose-page.tsx";
import { ownPath } from "./enter.ts";
import { findMemberships } from "../people/read-people.ts";
import { setLanguage } from "../people/set-language.ts";
import { chooseOrganisation } from "./sessions.ts";
import { signInMessages } from "./sign-in.messages.ts";
import { next } from "./sign-in-routes.tsx";
import { closeSession } from "./store-sessions.ts";

/** The routes of a session: home, choice of organisation, preferences, and signing out. */
export function sessionRoutes(services: Services): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.home,
      access: anyone,
      permission: "public",
      params: noParams,
      input: nothing,
      handle: async ({ view }) => redirect(homeOf(view.identity), view.toast === null ? {} : { toast: view.toast }),
    }),
    route({
      method: "GET",
      path: paths.chooseOrganisation,
      access: anyone,
      permission: "public",
      params: noParams,
      input: z.strictObject({ next }),
      handle: async ({ work, view, input }) => {
        if (view.identity === null) return redirect(paths.signIn);
        const memberships = await findMemberships(work.tx, view.identity.personId);
        return page(<ChoosePage view={view} memberships={memberships} next={input.next} />);
      },
    }),
    route({
      method: "POST",
      path: paths.chooseOrganisation,
      access: anyone,
      permission: "public",
      params: noParams,
      input: z.strictObject({ organisationId: idOf<OrganisationId>(), next }),
      handle: async ({ work, view, input }) => {
        if (view.identity === null) return redirect(paths.signIn);
        const isChosen = await chooseOrganisation(work.tx, view.identity.sessionId, input.organisationId);
        return isChosen ? redirect(ownPath(input.next, paths.portal.home)) : refused({ code: "not-found" });
      },
    }),
    route({
      method: "POST",
      path: paths.signOut,
      access: anyone,
      permission: "public",
      params: noParams,
      input: nothing,
      handle: async ({ work, view }) => {
        if (view.identity !== null) {
          await closeSession(work.tx, view.identity.sessionId, services.systemNow());
          await recordEvent(work, {
            kind: "signed-out",
            organisationId: null,
            subject: view.identity.personId,
            payload: {},
          });
        }
        return redirect(paths.signIn, {
          toast: signInMessages(view.language).signedOut,
          cookies: ["session", "kept"].map((name) => ({ name, value: "", maxAgeSeconds: 0 })),
          clearSiteData: true,
        });
      },
    }),
    route({
      method: "POST",
      path: paths.preferences,
      access: anyone,
      permission: "public",
      params: noParams,
      input: z.strictObject({
        theme: z.enum(["light", "dark", "system"]).optional(),
        language: language.optional(),
        keys: z.enum(["on", "off"]).optional(),
        preference: preference.optional(),
        returnTo: optionalLine(2000).optional(),
      }),
      handle: async ({ work, view, input }) => {
        const { returnTo, preference: said, ...given } = input;
        const preferences = said === undefined ? given : { ...given, ...preferencesOf(said) };
        // The language of pages is also the language of mails.
        if (preferences.language !== undefined && view.identity !== null)
          await setLanguage(work.tx, view.identity.personId, preferences.language);
        const to = returnTo !== undefined && isLocalPath(returnTo) ? returnTo : paths.home;
        return redirect(to, { cookies: cookiesOf(preferences) });
      },
    }),
  ];
}

function homeOf(identity: Identity | null): string {
  if (identity === null) return paths.signIn;
  if (identity.actor === null) return paths.chooseOrganisation;
  return identity.actor.kind === "contact" ? paths.portal.home : paths.desk.board;
}
