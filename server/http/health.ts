import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { securityHeaders } from "./headers.ts";

/** The condition of the process, in one word: `ready`, or the trouble it has. */
export type Condition = "ready" | "database-away" | "disk-full";

export interface Health {
  condition(): Promise<Condition>;
  /** Whether it is about to stop. A proxy then sends nobody here. */
  isLeaving(): boolean;
  leave(): void;
  /** Hears of failures. They are the only sign of a full disk on the database's machine. */
  note(failure: unknown): void;
}

/**
 * The health addresses, without a session and under any host. `/healthz/live` answers while the process runs,
 * `/healthz` while it can do all its work, and `/readyz`, for a proxy, while people may be sent here. With a full disk
 * they may: pages can be read, and a refusal explains a failed change.
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
