import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { PersonId } from "../../core/values/ids.ts";
import { readCookies } from "./cookies.ts";
import { securityHeaders } from "./headers.ts";
import type { Identity } from "./identity.ts";
import { isOwnHost } from "./origin.ts";
import { limitConcurrency } from "./limit-concurrency.ts";
import type { LiveEvents } from "../events/live.ts";
import { hearerOf, openStream } from "./live-stream.ts";

interface LiveRoute {
  readonly live: LiveEvents;
  /** The identity of a session, without extending the session: an open page is not activity. */
  readonly identify: (token: string) => Promise<Identity | null>;
  readonly origins: ReadonlySet<string>;
  readonly secure: boolean;
  /** The time for sessions. */
  readonly now: () => Temporal.Instant;
  /** The interval of a stream's signs of life. It also checks its session then, in case no notice came. */
  readonly hereMs?: number;
}

const mostStreams = 1000;
/** A browser has one. Nobody needs more than this. */
const mostOfPerson = 20;

/** GET /events: one stream of server-sent events per browser. It says only that something happened. */
export function mountLive(app: Hono<{ Bindings: HttpBindings }>, route: LiveRoute): void {
  const streams = new Map<PersonId, number>();
  // However many streams there are, only a few check their session at once, because pages need the connections too
  // (R42). Open streams go first.
  const sessionChecks = limitConcurrency({ atOnce: 3, lanes: { open: 2 * mostStreams, arriving: 200 } });
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
    const ask = async () => hearerOf(await route.identify(token));
    if (!sessionChecks.hasRoom("arriving")) return refuse(503);
    const hearer = await sessionChecks.run("arriving", ask);
    if (hearer === undefined) return refuse(401);
    const { personId } = hearer;
    if ((streams.get(personId) ?? 0) >= mostOfPerson) return refuse(429);
    if (route.live.count() >= mostStreams) return refuse(503);
    const streamHeaders = { ...common, "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" };
    if (context.req.method === "HEAD") return new Response(null, { headers: streamHeaders });
    count(personId, 1);
    const { live, now, hereMs } = { hereMs: 20_000, ...route };
    const stream = openStream({
      live,
      hearer,
      ask: async () => sessionChecks.run("open", ask),
      now,
      hereMs,
      ended: () => count(personId, -1),
    });
    return new Response(stream, { headers: streamHeaders });
  });
}
