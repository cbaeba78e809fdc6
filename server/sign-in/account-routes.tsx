import { z } from "zod";
import { personSubject, versionOf } from "../events/changes.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { anyone } from "../http/access.ts";
import { type Answer, page, redirect, refused } from "../http/answer.ts";
import { firstVersion, line, lineOrNull, nothing } from "../http/fields.ts";
import { noParams } from "../http/params.ts";
import { type RefusedForm, typedForm } from "../http/refused-form.ts";
import { type Route, route, type View } from "../http/route.ts";
import { findPerson } from "../people/read-people.ts";
import { statusOf } from "../refusals/refusals.ts";
import { accountMessages } from "./account.messages.ts";
import { AccountPage, NobodyPage } from "./account-page.tsx";
import { changeAccount } from "./change-account.ts";

/** Somebody's own details, for everybody who is signed in, whatever their role. */
export function accountRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.account,
      access: anyone,
      permission: "public",
      params: noParams,
      input: nothing,
      handle: async ({ work, view }) => show(work, view, null),
    }),
    route({
      method: "POST",
      path: paths.account,
      access: anyone,
      permission: "public",
      params: noParams,
      input: z.strictObject({ name: line(200), phone: lineOrNull(40), version: firstVersion }),
      handle: async ({ work, view, input }) => {
        if (view.identity === null) return redirect(paths.signIn);
        const changed = await changeAccount(work, { personId: view.identity.personId, ...input });
        if (!changed.ok) return refused(changed.refusal);
        return redirect(paths.account, { toast: accountMessages(view.language).saved });
      },
      showAgain: async ({ work, view, fields, refusal, uploads }) =>
        show(work, view, { form: "account", fields, refusal, uploads }),
    }),
  ];
}

async function show({ tx }: Work, view: View, form: RefusedForm<"account"> | null): Promise<Answer> {
  const status = form === null ? 200 : statusOf(form.refusal);
  if (view.identity === null)
    return form === null ? redirect(paths.signIn) : page(<NobodyPage view={view} refusal={form.refusal} />, status);
  const { personId } = view.identity;
  const version = await versionOf(tx, personSubject(personId));
  const person = await findPerson(tx, personId);
  if (person === undefined) return redirect(paths.signIn);
  return page(
    <AccountPage view={view} person={person} version={version} form={typedForm("account", form, view.language)} />,
    status,
  );
}
