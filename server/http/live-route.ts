import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { PersonId } from "../../core/values/ids.ts";
import { askTogether } from "./ask-together.ts";
import { readCookies } from "./cookies.ts";
import { securityHeaders } from "./headers.ts";
import type { Identity } from "./identity.ts";
import { isOwnHost } from "./origin.ts";
import type { LiveEvents } from "../events/live.ts";
import { beatEvery } from "./live-beat.ts";
import { hearerOf, openStream } from "./live-stream.ts";

interface LiveRoute {
  readonly live: LiveEvents;
  /** The identities of sessions, without extending the sessions: an open page is not activity. */
  readonly identifyAll: (tokens: readonly string[]) => Promise<readonly (Identity | null)[]>;
  readonly origins: ReadonlySet<string>;
  readonly secure: boolean;
  /** The time for sessions. */
  readonly now: () => Temporal.Instant;
  /** The interval of the streams' signs of life. They also check their sessions then, in case no notice came. */
  readonly hereMs?: number;
}

const mostStreams = 1000;
/** A browser has one. Nobody needs more than this. */
const mostOfPerson = 20;

/** GET /events: one stream of server-sent events per browser. It says only that something happened. */
export function mountLive(app: Hono<{ Bindings: HttpBindings }>, route: LiveRoute): void {
  const streams = new Map<PersonId, number>();
  // However many streams there are, they use one connection to check their sessions, because pages need them too (R42).
  const ask = askTogether(async (tokens: readonly string[]) => (await route.identifyAll(tokens)).map(hearerOf));
  const { live, now, hereMs } = { hereMs: 20_000, ...route };
  const onBeat = beatEvery(hereMs);
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
    if (token === undefined) return refuse(401);
    const hearer = await ask(token);
    if (hearer === undefined) return refuse(401);
    const { personId } = hearer;
    if ((streams.get(personId) ?? 0) >= mostOfPerson) return refuse(429);
    if (route.live.count() >= mostStreams) return refuse(503);
    const streamHeaders = { ...common, "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" };
    if (context.req.method === "HEAD") return new Response(null, { headers: streamHeaders });
    count(personId, 1);
    const stream = openStream({
      live,
      hearer,
      ask: async () => ask(token),
      now,
      onBeat,
      ended: () => count(personId, -1),
    });
    return new Response(stream, { headers: streamHeaders });
  });
}
