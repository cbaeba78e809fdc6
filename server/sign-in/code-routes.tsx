import { z } from "zod";
import type { Refusal } from "../../core/values/refusal.ts";
import { inTransaction } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { newcomers } from "../http/access.ts";
import { afterwards, type Answer, page, redirect, retryable } from "../http/answer.ts";
import { goOnPath } from "../http/hold-form.tsx";
import { line } from "../http/fields.ts";
import { retryAfterOf, statusOf } from "../http/refusal-status.ts";
import { type Route, route, type View } from "../http/route.ts";
import type { Services } from "../services.ts";
import { CodePage, type CodePageProps, LinkPage } from "./code-page.tsx";
import { enter } from "./enter.ts";
import { next } from "./sign-in-routes.tsx";
import { findAskedAddress, useCode, useLink } from "./use-code.ts";

const noBrowser = "";

/** The code or link of the mail, turned into a session. */
export function codeRoutes(services: Services): readonly Route[] {
  const { systemNow } = services;
  return [
    route({
      method: "GET",
      path: paths.signInCode,
      access: newcomers,
      input: z.strictObject({ next }),
      handle: async ({ work, view, input }) => {
        const address = await findAskedAddress(work.tx, view.cookies["browser"] ?? noBrowser, systemNow());
        return address === null
          ? redirect(paths.signIn)
          : page(<CodePage view={view} address={address} next={input.next} typed="" refusal={null} />);
      },
    }),
    route({
      method: "POST",
      path: paths.signInCode,
      access: newcomers,
      input: z.strictObject({ code: line(40), next }),
      handle: async ({ work, view, input }): Promise<Answer> => {
        const browser = view.cookies["browser"] ?? noBrowser;
        const address = await findAskedAddress(work.tx, browser, systemNow());
        const code = input.code.replaceAll(/[\s-]/g, "");
        const show = (refusal: Refusal): Answer =>
          showCode({ view, address, next: input.next, typed: input.code, refusal });
        // What cannot be a code is no attempt.
        if (!/^\d{8}$/.test(code)) return show({ code: "invalid-input", fields: { code: "not-an-option" } });
        return afterwards(async () => {
          const using = { browser, code, address: view.address, systemNow: systemNow(), lane: "anybody" } as const;
          const entered = await useCode({ ...services, work }, using, async (then, personId) =>
            enter(then, { personId, view, next: input.next, systemNow: systemNow(), by: "code" }),
          );
          if (entered.ok) return entered.value;
          await inTransaction(services.databases, work.actor, async (tx) =>
            recordRefusal({ ...work, tx }, entered.refusal, "code"),
          );
          return show(entered.refusal);
        });
      },
      showAgain: async ({ view, fields, refusal }) =>
        showCode({ view, address: null, next: fields["next"]?.[0], typed: "", refusal }),
    }),
    route({
      method: "GET",
      path: paths.signInLink,
      access: newcomers,
      input: z.strictObject({ token: line(100) }),
      // Only shows a button: a program that follows links in mail must not use it up.
      handle: async ({ view, input }) => page(<LinkPage view={view} token={input.token} isRefused={false} />),
    }),
    route({
      method: "POST",
      path: paths.signInLink,
      access: newcomers,
      input: z.strictObject({ token: line(100) }),
      handle: async ({ work, view, input }): Promise<Answer> => {
        const browser = view.cookies["browser"] ?? noBrowser;
        const used = await useLink(work, {
          browser,
          token: input.token,
          address: view.address,
          systemNow: systemNow(),
        });
        if (used.ok)
          return enter(work, { personId: used.value, view, next: keptNext(view), systemNow: systemNow(), by: "link" });
        await recordRefusal(work, used.refusal, "link");
        const refusedPage = page(<LinkPage view={view} token={input.token} isRefused />, statusOf(used.refusal), {
          isKept: true,
        });
        return retryable(refusedPage, retryAfterOf(used.refusal));
      },
    }),
  ];
}

/** The form again, with what was typed only where it may still be right. */
function showCode({ refusal, typed, ...props }: CodePageProps & { readonly refusal: Refusal }): Answer {
  const kept = refusal.code === "busy" ? typed : "";
  const shown = page(<CodePage {...props} typed={kept} refusal={refusal} />, statusOf(refusal), { isKept: true });
  return retryable(shown, retryAfterOf(refusal));
}

/** The mail's link knows of no page; a form that this browser kept is gone on with. */
function keptNext({ cookies }: View): string | undefined {
  return cookies["kept"] === undefined ? undefined : goOnPath;
}

/** Refused attempts are part of the record (R38), without what was typed. */
async function recordRefusal(work: Work, refusal: Refusal, by: "code" | "link"): Promise<void> {
  await recordEvent(work, {
    kind: "sign-in-refused",
    organisationId: null,
    subject: "sign-in",
    isVisible: false,
    payload: { by, why: refusal.code },
  });
}
