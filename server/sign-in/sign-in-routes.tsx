import { z } from "zod";
import { paths } from "../faces/paths.ts";
import { newcomers } from "../http/access.ts";
import { type Answer, page, redirect, refused } from "../http/answer.ts";
import { line, optionalLine } from "../http/fields.ts";
import { noParams } from "../http/params.ts";
import { type RefusedForm, typedForm } from "../http/refused-form.ts";
import { statusOf } from "../refusals/refusals.ts";
import { tellingOf } from "../http/tell-refusal.ts";
import { type Route, route, type View } from "../http/route.ts";
import { parseAddress } from "../people/mail-address.ts";
import type { Services } from "../services.ts";
import { askForCode, codeMinutes } from "./ask-for-code.ts";
import { enter } from "./enter.ts";
import { knownCookie } from "./known-browsers.ts";
import { findPersonByAddress } from "../people/read-people.ts";
import type { Persona } from "./persona.ts";
import { SignInPage } from "./sign-in-page.tsx";

export const next = optionalLine(2000).optional();

/** Asks for a mail address or, in a demo, a persona. */
export function signInRoutes(services: Services, demoPersonas: readonly Persona[]): readonly Route[] {
  const personas = services.demo === null ? [] : demoPersonas;
  const show = (view: View, next: string | undefined, refused: RefusedForm<"address"> | null): Answer =>
    page(
      <SignInPage {...{ view, personas, next }} form={typedForm("address", refused, view.language)} />,
      refused === null ? 200 : statusOf(refused.refusal),
      { isKept: true },
    );
  return [
    route({
      method: "GET",
      path: paths.signIn,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ next }),
      handle: async ({ view, input }) => show(view, input.next, null),
    }),
    route({
      method: "POST",
      path: paths.signIn,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ mailAddress: line(254), next }),
      handle: async ({ work, view, input }) => {
        const parsed = parseAddress(input.mailAddress);
        if (!parsed.ok) return refused({ code: "invalid-input", fields: { mailAddress: "not-an-address" } });
        const asked = await askForCode(work, {
          mailAddress: parsed.address,
          address: view.address,
          knownBrowser: view.cookies[knownCookie],
          systemNow: services.systemNow(),
        });
        if (!asked.ok) {
          const fields = { mailAddress: [input.mailAddress] };
          const shown = show(view, input.next, { form: "address", fields, refusal: asked.refusal, uploads: [] });
          const person = await findPersonByAddress(work.tx, parsed.address.toLowerCase());
          return tellingOf(asked.refusal, shown, person?.id ?? null);
        }
        const query = input.next === undefined || input.next === "" ? "" : `?next=${encodeURIComponent(input.next)}`;
        return redirect(`${paths.signInCode}${query}`, {
          cookies: [{ name: "browser", value: asked.value, maxAgeSeconds: codeMinutes * 60 }],
        });
      },
      showAgain: async ({ view, fields, refusal, uploads }) =>
        show(view, fields["next"]?.[0], { form: "address", fields, refusal, uploads }),
    }),
    route({
      method: "POST",
      path: paths.demo.persona,
      access: newcomers,
      permission: "public",
      params: noParams,
      input: z.strictObject({ mailAddress: line(254), next }),
      handle: async ({ work, view, input }) => {
        // Only in a demo, and only its personas. Otherwise this address is unknown.
        const persona = personas.find(({ mailAddress }) => mailAddress === input.mailAddress);
        const person = persona === undefined ? undefined : await findPersonByAddress(work.tx, persona.mailAddress);
        if (person === undefined) return refused({ code: "not-found" });
        return enter(work, {
          personId: person.id,
          view,
          next: input.next,
          systemNow: services.systemNow(),
          by: "persona",
        });
      },
    }),
  ];
}
