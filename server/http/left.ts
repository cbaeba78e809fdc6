import type { HttpContext } from "./mount.ts";

/** Tells when the browser of a GET has left. A form that was sent is carried out whole, whoever leaves. */
export function leftOf({ req, env }: HttpContext): AbortSignal | undefined {
  const isReading = env.incoming.method === "GET" || env.incoming.method === "HEAD";
  return isReading ? req.raw.signal : undefined;
}
