import { z } from "zod";
import type { Refusal } from "../../core/values/refusal.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { newcomers } from "../http/access.ts";
import { afterwards, type Answer, page, redirect } from "../http/answer.ts";
import { goOnPath } from "../http/hold-form.tsx";
import { line } from "../http/fields.ts";
import { noParams } from "../http/params.ts";
import { statusOf } from "../refusals/refusals.ts";
import { tellingOf } from "../http/tell-refusal.ts";
import { type Route, route, type View } from "../http/route.ts";
import type { Services } from "../services.ts";
import { CodePage, type CodePageProps, LinkPage } from "./code-page.tsx";
import { enter } from "./enter.ts";
import { findKnownBrowser, type KnownBrowser, knownCookie } from "./known-browsers.ts";
import { next } from "./sign-in-routes.tsx";
import { type Asked, findAsked, useCode, useLink } from "./use-code.ts";

const noBrowser = "";

/** Turns the mail's code or link into a session. */
export function codeRoutes(services: Services): readonly Route[] {
  const { systemNow } = services;
  const findKnown = async ({ tx }: Work, { cookies }: View, asked: Asked | null): Promise<KnownBrowser | null> =>
    findKnownBrowser(tx, { secret: cookies[knownCookie], personId: asked?.personId ?? null, now: systemNow() });
  return [
    route({
      method: "GET",
      path: paths.signInCode,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ next }),
      handle: async ({ work, view, input }) => {
        const asked = await findAsked(work.tx, view.cookies["browser"] ?? noBrowser, systemNow());
        return asked === null
          ? redirect(paths.signIn)
          : page(<CodePage view={view} address={asked.address} next={input.next} typed="" refusal={null} />);
      },
    }),
    route({
      method: "POST",
      path: paths.signInCode,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ code: line(40), next }),
      handle: async ({ work, view, input }): Promise<Answer> => {
        const browser = view.cookies["browser"] ?? noBrowser;
        const asked = await findAsked(work.tx, browser, systemNow());
        const code = input.code.replaceAll(/[\s-]/g, "");
        const form = { view, address: asked?.address ?? null, next: input.next, typed: input.code };
        const show = (refusal: Refusal): Answer =>
          tellingOf(refusal, showCode({ ...form, refusal }), asked?.personId ?? null);
        // A text that cannot be a code is no attempt.
        if (!/^\d{8}$/.test(code)) return show({ code: "invalid-input", fields: { code: "not-an-option" } });
        const known = await findKnown(work, view, asked);
        return afterwards(async () => {
          const using = { browser, code, address: view.address, known, systemNow: systemNow() };
          const entered = await useCode({ ...services, work }, using, async (then, personId) =>
            enter(then, { personId, view, next: input.next, systemNow: systemNow(), by: "code" }),
          );
          return entered.ok ? entered.value : show(entered.refusal);
        });
      },
      showAgain: async ({ view, fields, refusal }) =>
        showCode({ view, address: null, next: fields["next"]?.[0], typed: "", refusal }),
    }),
    route({
      method: "GET",
      path: paths.signInLink,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ token: line(100) }),
      // Only shows a button, so that a program that follows links in mail does not use the link up.
      handle: async ({ view, input }) => page(<LinkPage view={view} token={input.token} isRefused={false} />),
    }),
    route({
      method: "POST",
      path: paths.signInLink,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ token: line(100) }),
      handle: async ({ work, view, input }): Promise<Answer> => {
        const browser = view.cookies["browser"] ?? noBrowser;
        const asked = await findAsked(work.tx, browser, systemNow());
        const used = await useLink(work, {
          browser,
          token: input.token,
          address: view.address,
          known: await findKnown(work, view, asked),
          systemNow: systemNow(),
        });
        if (used.ok)
          return enter(work, { personId: used.value, view, next: keptNext(view), systemNow: systemNow(), by: "link" });
        const shown = page(<LinkPage view={view} token={input.token} isRefused />, statusOf(used.refusal), {
          isKept: true,
        });
        return tellingOf(used.refusal, shown, asked?.personId ?? null);
      },
    }),
  ];
}

/** The form again, with the typed code only if it may still be right. */
function showCode({ refusal, typed, ...props }: CodePageProps & { readonly refusal: Refusal }): Answer {
  const kept = refusal.code === "busy" ? typed : "";
  return page(<CodePage {...props} typed={kept} refusal={refusal} />, statusOf(refusal), { isKept: true });
}

/** The mail's link names no page. A form that this browser kept comes next. */
function keptNext({ cookies }: View): string | undefined {
  return cookies["kept"] === undefined ? undefined : goOnPath;
}
