import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { securityHeaders } from "./headers.ts";

/** What keeps the process from its work, in one word; `ready` when nothing does. */
export type Condition = "ready" | "database-away" | "disk-full";

export interface Health {
  condition(): Promise<Condition>;
  /** Whether it is about to stop: who looks for a process to send people to passes it by. */
  isLeaving(): boolean;
  leave(): void;
  /** Hears of failures: of its disk a database on another machine shows nothing else. */
  note(failure: unknown): void;
}

/**
 * For whoever watches the process, without a session and under any host: `/healthz/live` while it runs, `/healthz`
 * while it can do all its work, and `/readyz`, for a proxy, while people may be sent to it. With a full disk they may:
 * pages can be read, and what cannot be stored is refused in words.
 */
export function mountHealth(
  app: Hono<{ Bindings: HttpBindings }>,
  { health, secure }: { health: Health; secure: boolean },
): void {
  const answer = (isWell: boolean, state: string) =>
    new Response(JSON.stringify({ state }), {
      status: isWell ? 200 : 503,
      headers: {
        ...securityHeaders(null, { secure }),
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
      },
    });
  app.get("/healthz/live", () => answer(true, "live"));
  app.get("/healthz", async () => {
    const condition = await health.condition();
    return answer(condition === "ready", condition);
  });
  app.get("/readyz", async () => {
    if (health.isLeaving()) return answer(false, "stopping");
    const condition = await health.condition();
    return condition === "database-away" ? answer(false, condition) : answer(true, "ready");
  });
}
