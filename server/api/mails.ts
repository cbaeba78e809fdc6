import { z } from "zod";
import { can } from "../../core/access/can.ts";
import { readPageKey } from "../db/page-key.ts";
import { reviving, stopping, stoppingMany } from "../faces/mail-input.ts";
import { idOf, invoiceNumberOf } from "../faces/params.ts";
import { paths } from "../faces/paths.ts";
import { administrators, staff } from "../http/access.ts";
import { json, refused } from "../http/answer.ts";
import { nothing, pageKey } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";
import { mailInvoice } from "../invoices/mail-invoice.ts";
import { openStates } from "../mail/outbox-store.ts";
import { stopMail, stopMails } from "../mail/stop-mail.ts";
import { tryMailAgain, tryMailsAgain } from "../mail/try-again.ts";
import { findListedMail, type ListedMail, listMails } from "../notifications/list-mails.ts";
import type { Services } from "../services.ts";

/** The mail that has not arrived as JSON for staff, and what administrators do about it: the pages' own actions. */
export function mailApiRoutes({ systemNow }: Pick<Services, "systemNow">): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.api.mails,
      access: staff,
      input: z.strictObject({ state: z.enum(openStates).default("waiting"), after: pageKey }),
      handle: async ({ work, actor, input: { state, after } }) => {
        if (!can(actor, "mail.read", { organisationId: null })) return refused({ code: "not-allowed" });
        const asked = { state, after: readPageKey(after), limit: 100, systemNow: systemNow() };
        const { mails, next } = await listMails(work.tx, asked);
        return json({ mails: mails.map(mailDto), next });
      },
    }),
    route({
      method: "GET",
      path: paths.api.mail(":id"),
      access: staff,
      input: nothing,
      handle: async ({ work, actor, params }) => {
        const id = idOf(params);
        const mail = id === null ? undefined : await findListedMail(work.tx, id);
        if (mail === undefined) return refused({ code: "not-found" });
        return can(actor, "mail.read", mail) ? json(mailDto(mail)) : refused({ code: "not-allowed" });
      },
    }),
    route({
      method: "POST",
      path: paths.api.tryMailsAgain,
      access: administrators,
      input: reviving,
      handle: async ({ work, input: { state, problem } }) => {
        const tried = await tryMailsAgain(work, { state, problem, systemNow: systemNow() });
        return tried.ok ? json({ mails: tried.value }) : refused(tried.refusal);
      },
    }),
    route({
      method: "POST",
      path: paths.api.stopMails,
      access: administrators,
      input: stoppingMany,
      handle: async ({ work, input: { state, problem, reason } }) => {
        const stopped = await stopMails(work, { state, problem, reason, systemNow: systemNow() });
        return stopped.ok ? json({ mails: stopped.value }) : refused(stopped.refusal);
      },
    }),
    route({
      method: "POST",
      path: paths.api.tryMailAgain(":id"),
      access: administrators,
      input: nothing,
      handle: async ({ work, params }) => {
        const id = idOf(params);
        if (id === null) return refused({ code: "not-found" });
        const tried = await tryMailAgain(work, { id, systemNow: systemNow() });
        return tried.ok ? json({}) : refused(tried.refusal);
      },
    }),
    route({
      method: "POST",
      path: paths.api.stopMail(":id"),
      access: administrators,
      input: stopping,
      handle: async ({ work, params, input: { reason } }) => {
        const id = idOf(params);
        if (id === null) return refused({ code: "not-found" });
        const stopped = await stopMail(work, { id, reason, systemNow: systemNow() });
        return stopped.ok ? json({}) : refused(stopped.refusal);
      },
    }),
    route({
      method: "POST",
      path: paths.api.mailInvoice(":number"),
      access: administrators,
      input: nothing,
      handle: async ({ work, params }) => {
        const mailed = await mailInvoice(work, invoiceNumberOf(params));
        return mailed.ok ? json({}, 202) : refused(mailed.refusal);
      },
    }),
  ];
}

function mailDto(mail: ListedMail): object {
  return {
    id: mail.id,
    kind: mail.kind,
    state: mail.state,
    organisationId: mail.organisationId,
    to: { name: mail.person, address: mail.address },
    ticket: mail.ticket,
    invoice: mail.invoice,
    problem: mail.problem,
    answer: mail.answer,
    tries: mail.tries,
    waitingSince: mail.waitingSince.toString(),
    triedAt: mail.triedAt?.toString() ?? null,
    nextTryAt: mail.state === "waiting" ? mail.nextTryAt.toString() : null,
    endsAt: mail.endsAt?.toString() ?? null,
    settledAt: mail.settledAt?.toString() ?? null,
  };
}
