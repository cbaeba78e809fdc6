import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { refuse } from "../../../core/values/result.ts";
import { readPageKey } from "../../db/page-key.ts";
import { paths } from "../../faces/paths.ts";
import { administrators, staff } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { nothing, pageKey } from "../../http/fields.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type RefusedRequest, type Route, route, type RouteRequest } from "../../http/route.ts";
import { listGivenUp, tryJobAgain } from "../../jobs/given-up.ts";
import { type OpenState, openStates } from "../../mail/outbox-store.ts";
import { stopMail, stopMails } from "../../mail/stop-mail.ts";
import { tryMailAgain, tryMailsAgain } from "../../mail/try-again.ts";
import { countMails, findListedMail, listMails, listTroubles } from "../../notifications/list-mails.ts";
import type { Services } from "../../services.ts";
import { loadTimerStrip } from "../../time/timer-strip.tsx";
import { givenUpMessages } from "./given-up.messages.ts";
import { MailListPage, type RefusedMany } from "./mail-list-page.tsx";
import { OutgoingMailPage } from "./mail-page.tsx";
import { outboxMessages } from "../../notifications/outbox.messages.ts";
import { reviving, stopping, stoppingMany } from "../../faces/mail-input.ts";
import { idOf } from "../../faces/params.ts";

const perPage = 50;
/** The queue counts its jobs; no more of them than a bigint holds. */
const jobId = z.string().regex(/^[1-9]\d{0,17}$/);

type Needs = Pick<Services, "systemNow">;

/** The mail that has not arrived, for all staff; administrators have it tried again or stop it. */
export function mailRoutes(needs: Needs): readonly Route[] {
  return [
    listRoute(needs),
    tryManyRoute(needs),
    stopManyRoute(needs),
    mailRoute(needs),
    tryRoute(needs),
    stopRoute(needs),
    tryJobRoute(),
  ];
}

function listRoute(needs: Needs): Route {
  return route({
    method: "GET",
    path: paths.desk.mails,
    access: staff,
    input: z.strictObject({ state: z.enum(openStates).default("waiting"), after: pageKey }),
    handle: async (request) => showList(request, needs, { ...request.input, refused: null }),
  });
}

function tryManyRoute({ systemNow }: Needs): Route {
  return route({
    method: "POST",
    path: paths.desk.tryMailsAgain,
    access: administrators,
    input: reviving,
    handle: async ({ work, input: { state, problem }, view }) => {
      const tried = await tryMailsAgain(work, { state, problem, systemNow: systemNow() });
      if (!tried.ok) return refused(tried.refusal);
      const words = outboxMessages(view.language);
      return redirect(paths.desk.mails, { toast: tried.value === 0 ? words.triedNone : words.triedAll(tried.value) });
    },
  });
}

function stopManyRoute(needs: Needs): Route {
  return route({
    method: "POST",
    path: paths.desk.stopMails,
    access: administrators,
    input: stoppingMany,
    handle: async ({ work, input: { state, problem, reason }, view }) => {
      const stopped = await stopMails(work, { state, problem, reason, systemNow: needs.systemNow() });
      if (!stopped.ok) return refused(stopped.refusal);
      const toast = outboxMessages(view.language).stoppedAll(stopped.value);
      return redirect(paths.desk.mailsOf(state), { toast });
    },
    showAgain: async (request) => {
      const state = z.enum(["refused", "given-up"]).catch("refused").parse(request.fields["state"]?.[0]);
      return showList(request, needs, { state, refused: typed(request) });
    },
  });
}

function mailRoute(needs: Needs): Route {
  return route({
    method: "GET",
    path: paths.desk.mail(":id"),
    access: staff,
    input: nothing,
    handle: async (request) => showMail(request, needs, {}),
  });
}

function tryRoute(needs: Needs): Route {
  return route({
    method: "POST",
    path: paths.desk.tryMailAgain(":id"),
    access: administrators,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const tried = await tryMailAgain(work, { id, systemNow: needs.systemNow() });
      if (!tried.ok) return refused(tried.refusal);
      return redirect(paths.desk.mail(id), { toast: outboxMessages(view.language).tried });
    },
    showAgain: async (request) => showMail(request, needs, { refusal: request.refusal }),
  });
}

function stopRoute(needs: Needs): Route {
  return route({
    method: "POST",
    path: paths.desk.stopMail(":id"),
    access: administrators,
    input: stopping,
    handle: async ({ work, params, input: { reason }, view }) => {
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const stopped = await stopMail(work, { id, reason, systemNow: needs.systemNow() });
      if (!stopped.ok) return refused(stopped.refusal);
      return redirect(paths.desk.mail(id), { toast: outboxMessages(view.language).stopped });
    },
    showAgain: async (request) => showMail(request, needs, { refusedStop: typed(request) }),
  });
}

/** Other work than mail that was given up: it stands on the list of mail. */
function tryJobRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.tryJobAgain(":id"),
    access: administrators,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const id = jobId.safeParse(params["id"]);
      const tried = await (id.success ? tryJobAgain(work, id.data) : refuse({ code: "not-found" }));
      if (!tried.ok) return refused(tried.refusal);
      return redirect(paths.desk.mails, { toast: givenUpMessages(view.language).tried });
    },
  });
}

function typed({ fields, refusal }: RefusedRequest<Staff>): RefusedMany {
  return { refusal, reason: fields["reason"]?.[0] ?? "" };
}

type Asking = Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "view" | "params">;

interface ListAsked {
  readonly state: OpenState;
  readonly after?: string | undefined;
  readonly refused: RefusedMany | null;
}

async function showList({ work, actor, view }: Asking, needs: Needs, asked: ListAsked): Promise<Answer> {
  if (!can(actor, "mail.read", { organisationId: null })) return refused({ code: "not-allowed" });
  const { state } = asked;
  const systemNow = needs.systemNow();
  const after = readPageKey(asked.after);
  const { mails, next } = await listMails(work.tx, { state, after, limit: perPage, systemNow });
  return page(
    <MailListPage
      view={view}
      state={state}
      mails={mails}
      next={next}
      isFirst={after === null}
      counts={await countMails(work.tx, systemNow)}
      troubles={state === "waiting" ? await listTroubles(work.tx, systemNow) : []}
      givenUpJobs={await listGivenUp(work.tx)}
      mayManage={can(actor, "mail.manage", { organisationId: null })}
      systemNow={systemNow}
      refused={asked.refused}
      timer={await loadTimerStrip(work, view.language)}
    />,
    asked.refused === null ? 200 : statusOf(asked.refused.refusal),
  );
}

interface MailAsked {
  readonly refusal?: Refusal;
  readonly refusedStop?: RefusedMany;
}

async function showMail({ work, actor, view, params }: Asking, needs: Needs, asked: MailAsked): Promise<Answer> {
  const id = idOf(params);
  const mail = id === null ? undefined : await findListedMail(work.tx, id);
  if (mail === undefined) return refused({ code: "not-found" });
  if (!can(actor, "mail.read", mail)) return refused({ code: "not-allowed" });
  const refusal = asked.refusal ?? asked.refusedStop?.refusal;
  return page(
    <OutgoingMailPage
      view={view}
      mail={mail}
      mayManage={can(actor, "mail.manage", mail)}
      systemNow={needs.systemNow()}
      refusal={asked.refusal ?? null}
      refusedStop={asked.refusedStop ?? null}
      timer={await loadTimerStrip(work, view.language)}
    />,
    refusal === undefined ? 200 : statusOf(refusal),
  );
}
