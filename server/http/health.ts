import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { sql } from "kysely";
import type { Databases } from "../db/transaction.ts";
import { securityHeaders } from "./headers.ts";

const patienceMs = 2000;

/** For whoever watches the process: /healthz/live while it runs, /healthz while it can also serve. No session, any host. */
export function mountHealth(
  app: Hono<{ Bindings: HttpBindings }>,
  { databases, secure }: { databases: Databases; secure: boolean },
): void {
  const answer = (status: 200 | 503, state: string) =>
    new Response(JSON.stringify({ state }), {
      status,
      headers: {
        ...securityHeaders(null, { secure }),
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
      },
    });
  app.get("/healthz/live", () => answer(200, "live"));
  app.get("/healthz", async () =>
    (await isReachable(databases)) ? answer(200, "ready") : answer(503, "database-away"),
  );
}

async function isReachable({ portal, desk }: Databases): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patienceMs);
  try {
    const both = Promise.all([portal, desk].map(async (database) => sql`select 1`.execute(database))).then(() => true);
    return await Promise.race([both, late.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
