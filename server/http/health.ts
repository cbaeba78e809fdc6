import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { sql } from "kysely";
import type { Databases } from "../db/transaction.ts";
import { securityHeaders } from "./headers.ts";

const patienceMs = 2000;

/**
 * For whoever watches the process: /healthz/live while it runs, /healthz while it can also serve. No session, any host. It asks
 * with connections of its own, so that a busy hour is not taken for a database that is away (R42).
 */
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
  // However many ask at once, the database is asked once.
  let asking: Promise<boolean> | null = null;
  app.get("/healthz", async () => {
    asking ??= canServe(databases).finally(() => (asking = null));
    return (await isInTime(asking)) ? answer(200, "ready") : answer(503, "database-away");
  });
}

async function canServe({ portal, desk }: Databases): Promise<boolean> {
  await Promise.all([portal, desk].map(async (database) => sql`select 1`.execute(database)));
  return true;
}

async function isInTime(answer: Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patienceMs);
  try {
    return await Promise.race([answer, late.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
