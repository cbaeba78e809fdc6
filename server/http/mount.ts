import { randomBytes, randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { Abandoned, refuseAbandoned } from "../db/abandoned.ts";
import type { Databases } from "../db/transaction.ts";
import type { RefusedAccesses } from "../events/refused-accesses.ts";
import type { Logger } from "../logger.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Language } from "../../core/values/language.ts";
import type { Assets } from "../ui/page.tsx";
import { type Answer, redirect } from "./answer.ts";
import { type Asked, inOneTransaction } from "./carry-out.ts";
import { type AddressOf, isForwarded } from "./client-address.ts";
import { forgetOnceSent, goOn } from "./go-on.ts";
import { goOnPath, holdForAnother, holdUntilEntered } from "./hold-form.tsx";
import type { Identity } from "./identity.ts";
import { matchOwner, ownerField, sentOwner, withoutOwner } from "./form-owner.ts";
import { leftOf } from "./left.ts";
import { isFromUs, isOwnHost } from "./origin.ts";
import { cookieName, readCookies } from "./cookies.ts";
import { preferencesIn, withoutPreference } from "./preferences.ts";
import { showPreferred } from "./show-preferred.ts";
import { plainResponse } from "./plain-answer.ts";
import { BadRequest } from "./bad-request.ts";
import { patternOf } from "./path-pattern.ts";
import { leaveOut, readBody, type TakeUpload } from "./read-body.ts";
import { isStorable } from "./read-input.ts";
import { refusalAnswer } from "./refusal-answer.tsx";
import { refusedAccess } from "./refused-access.ts";
import type { Route, View } from "./route.ts";
import { send, type SendOptions } from "./send.ts";
import { tidyPath } from "./tidy-path.ts";
import { answerNotAdmitted } from "./answer-not-admitted.ts";
import { statusOfFailure } from "./unavailable.ts";
import { viewOf } from "./view.ts";

/** The services behind all routes, made once by the composition root. */
export interface HttpServices {
  readonly databases: Databases;
  readonly identify: (sessionToken: string) => Promise<Identity | null>;
  readonly takeUpload: TakeUpload;
  /** The organisations somebody may act for. */
  readonly placesOf: (
    person: PersonId,
  ) => Promise<readonly { readonly organisationId: string; readonly organisationName: string }[]>;
  /** Saves a person's language for pages and mails. */
  readonly saveLanguage: (person: PersonId, language: Language) => Promise<void>;
  readonly now: () => Temporal.Instant;
  /** The system's own time, for the lifetime of kept forms and sessions. */
  readonly systemNow: () => Temporal.Instant;
  readonly assets: Assets;
  readonly addressOf: AddressOf;
  readonly networkOf: (address: string) => string;
  readonly neighbourhoodOf: (address: string) => string;
  /** The record of refused accesses (R38). */
  readonly refusedAccesses: Pick<RefusedAccesses, "note">;
  readonly log: Logger;
  /** Hears of failed requests. */
  readonly noteFailure: (error: unknown) => void;
  /** Hears of requests under a host that is not ours. */
  readonly noteForeignHost: (host: string | undefined) => void;
  readonly origins: ReadonlySet<string>;
  readonly secure: boolean;
  readonly isDemo: boolean;
}

type Bindings = { Bindings: HttpBindings };
export type HttpContext = Context<Bindings>;

/** Puts the routes on the server, with one pipeline for all, so that no route can skip a step. */
export function mountRoutes(app: Hono<Bindings>, routes: readonly Route[], services: HttpServices): void {
  for (const route of routes)
    app.on(route.method, route.path, async (context) =>
      answerRequest(
        { context, services, path: route.path },
        async (asking) => sendOn(context, routes) ?? admitAndHandle({ ...asking, route }),
      ),
    );
  app.get(goOnPath, async (context) =>
    answerRequest({ context, services, path: goOnPath }, async (asking) => goOn(asking, routes)),
  );
  app.notFound(async (context) => answerUnrouted(app, context, { routes, services }));
}

/** Redirects an altered address of a page to the page's own one, with its query. */
function sendOn({ req, env }: HttpContext, routes: readonly Route[]): Answer | null {
  const isAsked = env.incoming.method === "GET" || env.incoming.method === "HEAD";
  const tidy = isAsked ? tidyPath(req.path, routes) : null;
  return tidy === null ? null : redirect(tidy + new URL(req.url).search);
}

/** Answers an address without a route, or without one for this method (405, with the methods it has). */
async function answerUnrouted(
  app: Hono<Bindings>,
  context: HttpContext,
  { routes, services }: { routes: readonly Route[]; services: HttpServices },
): Promise<Response> {
  const { path, method: asked } = context.req;
  const known = ["GET", "POST"].filter((method) =>
    app.routes.some((route) => route.method === method && patternOf(route.path).test(path)),
  );
  // A route for this method exists but found nothing of that name, for example a file that was not built.
  const allowed = known.includes(asked === "HEAD" ? "GET" : asked) ? [] : known;
  const prefix = path.startsWith("/api/") ? "/api/" : "";
  const response = await answerRequest(
    { context, services, path: prefix },
    async ({ view, requestId }) =>
      sendOn(context, routes) ??
      refusalAnswer({ status: allowed.length === 0 ? 404 : 405, route: { path: prefix }, view, requestId }),
  );
  if (allowed.length > 0)
    response.headers.set(
      "Allow",
      allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", "),
    );
  return response;
}

interface Arrived {
  readonly context: HttpContext;
  readonly services: HttpServices;
  /** The pattern of its route. The log uses it, and it tells the API from pages. */
  readonly path: string;
}

export interface Asking extends Arrived {
  /** The whole request had arrived when it was known who sends it. */
  readonly isWhole: boolean;
  readonly view: View;
  readonly requestId: string;
}

async function answerRequest(arrived: Arrived, answer: (asking: Asking) => Promise<Answer>): Promise<Response> {
  const { context, services, path } = arrived;
  const { incoming } = context.env;
  const requestId = randomUUID();
  const started = performance.now();
  const nonce = randomBytes(16).toString("base64");
  const options: SendOptions = { requestId, nonce, secure: services.secure, isHead: incoming.method === "HEAD" };
  if (!isOwnHost(incoming.headers.host, services.origins)) {
    services.noteForeignHost(incoming.headers.host);
    return plainResponse(421, { secure: services.secure });
  }
  // In a demo anybody can be anybody. It is for the person at this machine, never for visitors through a proxy.
  if (services.isDemo && isForwarded(incoming))
    return send({ kind: "json", status: 421, body: { title: "a demo is not served through a proxy" } }, options);
  const response = await sendOrGiveUp({ ...arrived, requestId }, options, answer);
  services.log.info(
    {
      requestId,
      method: incoming.method,
      route: path,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    },
    "request",
  );
  return response;
}

/** Whatever fails, from identifying to drawing the page: the answer is ours, with every header. */
async function sendOrGiveUp(
  arrived: Arrived & { requestId: string },
  options: SendOptions,
  answer: (asking: Asking) => Promise<Answer>,
): Promise<Response> {
  const { context, services, path, requestId } = arrived;
  const cookies = readCookies(context.env.incoming.headers.cookie, services.secure);
  let view = viewOf({ context, identity: null, cookies, nonce: options.nonce, services });
  const clearFlash = view.toast === null ? null : cookieName("flash", services.secure);
  try {
    const identity = cookies["session"] === undefined ? null : await services.identify(cookies["session"]);
    const isWhole = context.env.incoming.complete;
    if (identity !== null) view = viewOf({ context, identity, cookies, nonce: options.nonce, services });
    const answered = await answer({ ...arrived, view, isWhole });
    if (answered.kind === "page") refuseAbandoned(leftOf(context));
    const network = services.networkOf(view.address);
    const refused = refusedAccess(answered, { incoming: context.env.incoming, view, network, requestId });
    if (refused !== null) services.refusedAccesses.note(refused);
    return send(answered, { ...options, clearFlash });
  } catch (error) {
    // Nobody reads this answer. The status is for the log.
    if (error instanceof Abandoned) return new Response(null, { status: 499 });
    if (error instanceof BadRequest)
      return send(refusalAnswer({ unreadable: error, route: { path }, view, requestId }), options);
    const status = statusOfFailure(error);
    services.noteFailure(error);
    services.log.error(
      { requestId, route: path, error },
      status < 503 ? "request failed" : "request could not be served now",
    );
    return send(refusalAnswer({ status, route: { path }, view, requestId }), options);
  }
}

export interface Handling extends Asking {
  readonly route: Route;
}

async function admitAndHandle(handling: Handling): Promise<Answer> {
  const { context, route, view, services, requestId } = handling;
  const { headers } = context.env.incoming;
  const site = headers["sec-fetch-site"];
  if (
    route.method === "POST" &&
    !isFromUs({ origin: headers.origin, site: typeof site === "string" ? site : undefined }, services.origins)
  )
    return refusalAnswer({ status: 403, route, view, requestId });
  const actor = route.access.admit(view.identity);
  if (actor === null && !isForm(route)) return answerNotAdmitted(handling);
  const params = context.req.param() as Record<string, string>;
  if (!Object.values(params).every(isStorable) || !route.params.safeParse(params).success)
    return refusalAnswer({ refusal: { code: "not-found" }, route, view, requestId });
  const body = await readBody({
    incoming: context.env.incoming,
    url: context.req.url,
    route,
    take: async (file, sent) => {
      // The owner must come before the file. A form that is not carried out does not even take its file in (R43).
      const owner = sent.get(ownerField) ?? null;
      const isTaken = actor !== null && matchOwner(owner, view.identity, route.access) === "same";
      return isTaken ? services.takeUpload({ actor, params }, file) : leaveOut(file);
    },
  });
  return admitAgain(handling, { params, body });
}

/** A body may take minutes to arrive. Its sender may have lost a seat, a role or the session meanwhile (R03). */
async function admitAgain(handling: Handling, asked: Omit<Asked, "actor">): Promise<Answer> {
  const { route, services, view, context, isWhole } = handling;
  const token = view.cookies["session"];
  const isSame = isWhole || route.method === "GET" || route.access.name === "anyone" || token === undefined;
  const identity = isSame ? view.identity : await services.identify(token);
  const now = { ...handling, view: { ...view, identity } };
  const actor = route.access.admit(identity);
  if (!isForm(route)) return actor === null ? answerNotAdmitted(now) : inOneTransaction(now, { ...asked, actor });
  const owner = sentOwner(asked.body.fields);
  const match = matchOwner(owner, identity, route.access);
  const preferences = preferencesIn(asked.body.fields);
  const isOfPage = preferences !== null && route.showAgain !== null;
  const body = isOfPage ? withoutPreference(withoutOwner(asked.body)) : withoutOwner(asked.body);
  if (isOfPage && actor !== null && match === "same") return showPreferred(now, { ...asked, actor, body }, preferences);
  if (actor !== null && match === "same")
    return forgetOnceSent(now, await inOneTransaction(now, { ...asked, actor, body }));
  const held = { services, route, view: now.view, body, owner, match, path: context.req.path, page: view.page };
  const isEntered = identity !== null && (identity.actor !== null || route.access.name === "anyone");
  if (!isEntered) return holdUntilEntered(held);
  return actor === null && match !== "other-person" ? answerNotAdmitted(now) : holdForAnother(held);
}

/** A form of a page names its owner. A program's call only says who makes it. */
function isForm(route: Route): boolean {
  return route.method === "POST" && !route.path.startsWith("/api/");
}
