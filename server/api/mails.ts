import { z } from "zod";
import { requireAbility } from "../../core/access/abilities.ts";
import { accept, refuse } from "../../core/values/result.ts";
import { readPageKey } from "../db/page-key.ts";
import { reviving, stopping, stoppingMany } from "../faces/mail-input.ts";
import { paths } from "../faces/paths.ts";
import { administrators, staff } from "../http/access.ts";
import { done, pageKey as nextPage } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { nothing, pageKey, uuid } from "../http/fields.ts";
import { noParams, ofInvoice } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { mailInvoice } from "../invoices/mail-invoice.ts";
import { openStates } from "../mail/due-mail.ts";
import { mailDeeds } from "../mail/mail-deeds.ts";
import { stopMail, stopMails } from "../mail/stop-mail.ts";
import { tryMailAgain, tryMailsAgain } from "../mail/try-again.ts";
import { findListedMail, listMails } from "../notifications/list-mails.ts";
import { mailShape, mailToJson } from "../notifications/mail-json.ts";
import type { Services } from "../services.ts";

const ofMail = z.strictObject({ id: uuid });
/** The number of changed mails. */
const counted = z.strictObject({ mails: z.int() });

/**
 * The mail that has not arrived as JSON for staff, with the actions of administrators; the pages call the same ones.
 */
export function mailApiRoutes({ systemNow }: Pick<Services, "systemNow">): readonly Route[] {
  return [
    endpoint({
      method: "GET",
      path: paths.api.mails,
      access: staff,
      permission: "mail.read",
      params: noParams,
      input: z.strictObject({ state: z.enum(openStates).default("waiting"), after: pageKey }),
      output: z.strictObject({ mails: z.array(mailShape), next: nextPage }),
      answer: async ({ work, actor, input: { state, after } }) => {
        const asked = { state, after: readPageKey(after), limit: 100, systemNow: systemNow() };
        const { mails, next } = await listMails(work.tx, asked);
        return accept({ mails: mails.map((mail) => mailToJson(mail, actor)), next });
      },
    }),
    endpoint({
      method: "GET",
      path: paths.api.mail(":id"),
      access: staff,
      permission: "mail.read",
      params: ofMail,
      input: nothing,
      output: mailShape,
      answer: async ({ work, actor, params: { id } }) => {
        const mail = await findListedMail(work.tx, id);
        if (mail === undefined) return refuse({ code: "not-found" });
        const able = requireAbility(mailDeeds, { actor, deed: "mail.read", thing: mail });
        return able.ok ? accept(mailToJson(mail, actor)) : able;
      },
    }),
    endpoint({
      method: "POST",
      path: paths.api.tryMailsAgain,
      access: administrators,
      permission: "mail.try-again",
      params: noParams,
      input: reviving,
      output: counted,
      answer: async ({ work, input: { state, problem } }) => {
        const tried = await tryMailsAgain(work, { state, problem, systemNow: systemNow() });
        return tried.ok ? accept({ mails: tried.value }) : tried;
      },
    }),
    endpoint({
      method: "POST",
      path: paths.api.stopMails,
      access: administrators,
      permission: "mail.stop",
      params: noParams,
      input: stoppingMany,
      output: counted,
      answer: async ({ work, input: { state, problem, reason } }) => {
        const stopped = await stopMails(work, { state, problem, reason, systemNow: systemNow() });
        return stopped.ok ? accept({ mails: stopped.value }) : stopped;
      },
    }),
    endpoint({
      method: "POST",
      path: paths.api.tryMailAgain(":id"),
      access: administrators,
      permission: "mail.try-again",
      params: ofMail,
      input: nothing,
      output: done,
      answer: async ({ work, params }) => tryMailAgain(work, { ...params, systemNow: systemNow() }),
    }),
    endpoint({
      method: "POST",
      path: paths.api.stopMail(":id"),
      access: administrators,
      permission: "mail.stop",
      params: ofMail,
      input: stopping,
      output: done,
      answer: async ({ work, params, input }) => stopMail(work, { ...params, ...input, systemNow: systemNow() }),
    }),
    endpoint({
      method: "POST",
      path: paths.api.mailInvoice(":number"),
      access: administrators,
      permission: "invoice.mail",
      params: ofInvoice,
      input: nothing,
      output: done,
      status: 202,
      answer: async ({ work, params: { number } }) => mailInvoice(work, number),
    }),
  ];
}
