import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { readCookies } from "../http/cookies.ts";
import { securityHeaders } from "../http/headers.ts";
import type { Identity } from "../http/identity.ts";
import { isOwnHost } from "../http/origin.ts";
import type { LiveEvents } from "./live.ts";

interface LiveRoute {
  readonly live: LiveEvents;
  /** Who a session stands for, without keeping it alive: an open page is not activity. */
  readonly identify: (token: string) => Promise<Identity | null>;
  readonly origins: ReadonlySet<string>;
  readonly secure: boolean;
  /** How often a stream shows that it lives and asks whether it still may. */
  readonly checkMs?: number;
}

const mostStreams = 1000;
/** A browser has one; somebody with more than this is not reading along. */
const mostOfPerson = 20;

/** GET /events: one stream of server-sent events a browser, whose only content is that something happened. */
export function mountLive(app: Hono<{ Bindings: HttpBindings }>, route: LiveRoute): void {
  const streams = new Map<PersonId, number>();
  const count = (personId: PersonId, more: 1 | -1): void => {
    const now = (streams.get(personId) ?? 0) + more;
    if (now === 0) streams.delete(personId);
    else streams.set(personId, now);
  };
  app.get("/events", async (context) => {
    const { headers } = context.env.incoming;
    const common = { ...securityHeaders(null, route), "Cache-Control": "no-store" };
    const refuse = (status: number) => new Response(null, { status, headers: common });
    if (!isOwnHost(headers.host, route.origins)) return refuse(421);
    const token = readCookies(headers.cookie, route.secure)["session"];
    const hearer = token === undefined ? undefined : await hearerOf(route, token);
    if (token === undefined || hearer === undefined) return refuse(401);
    const { personId, scope } = hearer;
    if ((streams.get(personId) ?? 0) >= mostOfPerson) return refuse(429);
    if (route.live.count() >= mostStreams) return refuse(503);
    const counting = { began: () => count(personId, 1), ended: () => count(personId, -1) };
    const body = context.req.method === "HEAD" ? null : openStream(route, { token, scope, ...counting });
    return new Response(body, {
      headers: { ...common, "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" },
    });
  });
}

interface Hearer {
  readonly personId: PersonId;
  /** The organisation a session hears of, null for staff. */
  readonly scope: OrganisationId | null;
}

/** Who hears by a session; undefined for nobody. */
async function hearerOf(route: LiveRoute, token: string): Promise<Hearer | undefined> {
  const actor = (await route.identify(token))?.actor;
  if (actor === undefined || actor === null) return undefined;
  return { personId: actor.personId, scope: actor.kind === "contact" ? actor.organisationId : null };
}

interface Stream {
  readonly token: string;
  readonly scope: OrganisationId | null;
  readonly began: () => void;
  readonly ended: () => void;
}

function openStream(route: LiveRoute, { token, scope, began, ended }: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      // Revoked, expired or moved to another organisation: the stream ends, and the browser's next try is refused (R03).
      const check = async (text: string): Promise<void> => {
        const now = await hearerOf(route, token).catch(() => undefined);
        if (now?.scope === scope) send(text);
        else end();
      };
      const sendIfStill = (text: string): void => void check(text).catch(() => end());
      const timer = setInterval(() => sendIfStill(": here\n\n"), route.checkMs ?? 20_000);
      const stop = route.live.listen({
        organisationId: scope,
        tell: (eventId) => sendIfStill(`data: ${eventId}\n\n`),
        end: () => end(),
      });
      began();
      close = () => {
        close = () => undefined;
        clearInterval(timer);
        stop();
        ended();
      };
      const end = (): void => {
        close();
        try {
          controller.close();
        } catch {
          // The browser was gone before.
        }
      };
      send("retry: 3000\n\n");
    },
    cancel: () => close(),
  });
}
