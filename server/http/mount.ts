import { randomBytes, randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { type Databases, inTransaction } from "../db/transaction.ts";
import { attempt, type Work } from "../events/work.ts";
import type { Logger } from "../log.ts";
import { accept, refuse } from "../../core/values/result.ts";
import type { Actor } from "../../core/access/actor.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import type { Assets } from "../ui/page.tsx";
import { type Answer, isKept } from "./answer.ts";
import { replay } from "./idempotency.ts";
import type { Identity } from "./identity.ts";
import { isFromUs, isOwnHost } from "./origin.ts";
import { cookieName, readCookies } from "./cookies.ts";
import { BadRequest, type Body, parseInput, toObject } from "./read-input.ts";
import { readBody, type TakeUpload } from "./read-body.ts";
import { refusalAnswer } from "./refusal-answer.tsx";
import type { Route, View } from "./route.ts";
import { send, type SendOptions } from "./send.ts";
import { viewOf } from "./view.ts";

/** What the routes stand on; made once by the composition root. */
export interface HttpServices {
  readonly databases: Databases;
  readonly identify: (sessionToken: string) => Promise<Identity | null>;
  readonly takeUpload: TakeUpload;
  readonly now: () => Temporal.Instant;
  readonly assets: Assets;
  readonly log: Logger;
  readonly origins: ReadonlySet<string>;
  readonly secure: boolean;
  readonly isDemo: boolean;
}

type HttpContext = Context<{ Bindings: HttpBindings }>;

/** Puts the routes on the server: one pipeline for all of them, so that no route can forget a step. */
export function mountRoutes(app: Hono<{ Bindings: HttpBindings }>, routes: readonly Route[], services: HttpServices): void {
  for (const route of routes) app.on(route.method, route.path, async (context) => answerRequest(context, route, services));
}

async function answerRequest(context: HttpContext, route: Route, services: HttpServices): Promise<Response> {
  const requestId = randomUUID();
  const started = performance.now();
  const nonce = randomBytes(16).toString("base64");
  const options: SendOptions = { requestId, nonce, secure: services.secure };
  const { incoming } = context.env;
  if (!isOwnHost(incoming.headers.host, services.origins)) return send({ kind: "json", status: 421, body: { title: "unknown host" } }, options);
  const cookies = readCookies(incoming.headers.cookie, services.secure);
  const identity = cookies["session"] === undefined ? null : await services.identify(cookies["session"]);
  const view = viewOf({ context, identity, cookies, nonce, services });
  const answer = await answerOrProblem({ context, route, services, view, requestId });
  const response = send(answer, { ...options, clearFlash: view.toast === null ? null : cookieName("flash", services.secure) });
  services.log.info({ requestId, method: route.method, route: route.path, status: response.status, ms: Math.round((performance.now() - started) * 10) / 10 }, "request");
  return response;
}

interface Handling {
  context: HttpContext;
  route: Route;
  services: HttpServices;
  view: View;
  requestId: string;
}

async function answerOrProblem(handling: Handling): Promise<Answer> {
  const { route, view, services, requestId } = handling;
  try {
    return await admitAndHandle(handling);
  } catch (error) {
    if (error instanceof BadRequest) return refusalAnswer({ status: error.status, route, view, requestId });
    services.log.error({ requestId, route: route.path, error }, "request failed");
    return refusalAnswer({ status: 500, route, view, requestId });
  }
}

async function admitAndHandle(handling: Handling): Promise<Answer> {
  const { context, route, view, services, requestId } = handling;
  const { headers } = context.env.incoming;
  const site = headers["sec-fetch-site"];
  if (route.method === "POST" && !isFromUs({ origin: headers.origin, site: typeof site === "string" ? site : undefined }, services.origins))
    return refusalAnswer({ status: 403, route, view, requestId });
  const actor = route.access.admit(view.identity);
  if (actor === null) return turnAway(handling);
  const params = context.req.param() as Record<string, string>;
  const body = await readBody({ incoming: context.env.incoming, url: context.req.url, route, take: (file) => services.takeUpload({ actor, params }, file) });
  return inOneTransaction(handling, { actor, params, body });
}

function turnAway({ route, view, requestId }: Handling): Answer {
  const isApi = route.path.startsWith("/api/");
  if (isApi) return refusalAnswer({ status: view.identity === null ? 401 : 403, route, view, requestId });
  if (view.identity === null) return { kind: "redirect", to: `/sign-in?next=${encodeURIComponent(route.method === "GET" ? view.path : "/")}`, toast: null, cookies: [] };
  if (view.identity.actor === null) return { kind: "redirect", to: "/choose-organisation", toast: null, cookies: [] };
  return refusalAnswer({ refusal: { code: "not-allowed" }, route, view, requestId });
}

/** Carries an answer out of a transaction that must not be kept. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super("undone");
    this.answer = answer;
  }
}

interface Asked {
  actor: Actor;
  params: Readonly<Record<string, string>>;
  body: Body;
}

async function inOneTransaction(handling: Handling, asked: Asked): Promise<Answer> {
  const { services } = handling;
  try {
    return await inTransaction(services.databases, asked.actor, async (tx) => {
      const work: Work = { tx, actor: asked.actor, now: services.now, reacts: true };
      const answer = await replay({ route: handling.route, headers: handling.context.env.incoming.headers, work, body: asked.body }, (body) => handle(handling, { ...asked, body }, work));
      if (!isKept(answer)) throw new Undone(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer;
    throw error;
  }
}

async function handle({ route, view, requestId }: Handling, { actor, params, body }: Asked, work: Work): Promise<Answer> {
  const request = { work, actor, params, uploads: body.uploads, view };
  const parsed = parseInput(route.input, body.json ?? toObject(body.fields));
  const showRefusal = (refusal: Refusal): Promise<Answer> | Answer =>
    route.showAgain === null ? refusalAnswer({ refusal, route, view, requestId }) : route.showAgain({ ...request, fields: body.fields, refusal });
  if (!parsed.ok) return showRefusal(parsed.refusal);
  const result = await attempt(work, async () => {
    const answer = await route.handle({ ...request, input: parsed.value });
    return answer.kind === "refused" ? refuse(answer.refusal) : accept(answer);
  });
  if (result.ok) return result.value;
  const shown = await showRefusal(result.refusal);
  return shown.kind === "refused" ? refusalAnswer({ refusal: shown.refusal, route, view, requestId }) : shown;
}

