import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** Compression hardly shrinks a smaller answer. */
const leastBytes = 1024;
/** While this many answers are being compressed, the next one goes out uncompressed and sooner (R42). */
const mostAtOnce = 64;
const brotliLevel = { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 17 };
const compressible = /^(?:text\/html|application\/(?:problem\+)?json)\b/;

/**
 * Compresses pages and JSON off the event loop, in the best encoding the browser accepts. Brotli at this level and
 * window costs half of the next one and leaves a page a twentieth larger. Files and event streams pass as they are.
 */
export function compressAnswers(app: Hono<{ Bindings: HttpBindings }>): void {
  let underWay = 0;
  app.use(async (context, next) => {
    await next();
    const { res } = context;
    if (
      !compressible.test(res.headers.get("Content-Type") ?? "") ||
      res.headers.has("Content-Encoding") ||
      res.body === null
    )
      return;
    if (context.req.method === "HEAD") return;
    const encoding = encodingFor(context.req.header("accept-encoding"));
    const body = new Uint8Array(await res.arrayBuffer());
    const headers = new Headers(res.headers);
    headers.append("Vary", "Accept-Encoding");
    const isWorthIt = encoding !== null && body.length >= leastBytes && underWay < mostAtOnce;
    if (isWorthIt) underWay += 1;
    const smaller = isWorthIt ? await compressed(body, encoding).finally(() => (underWay -= 1)) : null;
    if (smaller !== null && encoding !== null) headers.set("Content-Encoding", encoding);
    headers.delete("Content-Length");
    // Assigned twice, because the setter would merge the old headers into the new ones.
    context.res = undefined;
    context.res = new Response(smaller ?? body, { status: res.status, headers });
  });
}

async function compressed(body: Uint8Array, encoding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "br") return new Uint8Array(await brotli(body, { params: brotliLevel }));
  return new Uint8Array(await gzipped(body, { level: 6 }));
}

/** The best of our encodings that the browser accepts. A weight of 0 means that it does not. */
export function encodingFor(acceptEncoding: string | undefined): "br" | "gzip" | null {
  const named = (acceptEncoding ?? "").split(",").flatMap((part) => {
    const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
    return parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter)) ? [] : [name.trim()];
  });
  const taken = new Set(named);
  return (["br", "gzip"] as const).find((encoding) => taken.has(encoding)) ?? null;
}
