import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { encodingFor } from "./compress.ts";
import { securityHeaders } from "./headers.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const suffixes = { br: ".br", gzip: ".gz" } as const;

type BuiltFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

interface Serving {
  readonly folder: string;
  /** The address of the icon, which browsers also ask for by its old names. */
  readonly icon: string | undefined;
  readonly secure: boolean;
}

/**
 * Serves the files of the build and nothing else. The folder is read once at start, some hundred kilobytes, so that no
 * request becomes a path. Names carry a hash of their content, so a browser may keep them for good.
 */
export function serveFiles(app: Hono<{ Bindings: HttpBindings }>, { folder, icon, secure }: Serving): void {
  const files = readFiles(folder);
  const iconName = icon?.replace(/^\/assets\//, "") ?? "";
  app.get("/assets/:name", async (context, next) => {
    const { name } = context.req.param();
    if (!files.has(name)) return next();
    return fileResponse(files, name, {
      secure,
      acceptEncoding: context.req.header("accept-encoding"),
      keep: "max-age=31536000, immutable",
    });
  });
  for (const path of ["/mark.svg", "/favicon.ico"])
    app.get(path, async (_, next) =>
      files.has(iconName)
        ? fileResponse(files, iconName, { secure, acceptEncoding: undefined, keep: "max-age=86400" })
        : next(),
    );
}

/** Empty when nothing was built, for example in a test of pages alone. */
function readFiles(folder: string): BuiltFiles {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

interface Sending {
  readonly secure: boolean;
  readonly acceptEncoding: string | undefined;
  readonly keep: string;
}

function fileResponse(files: BuiltFiles, name: string, { secure, acceptEncoding, keep }: Sending): Response {
  const encoding = encodingFor(acceptEncoding);
  const smaller = encoding === null ? undefined : files.get(`${name}${suffixes[encoding]}`);
  const body = files.get(name);
  const headers = new Headers({
    ...securityHeaders(extname(name) === ".svg" ? ownStyle(body) : null, { secure }),
    "Content-Type": types[extname(name)] ?? "application/octet-stream",
    "Cache-Control": `public, ${keep}`,
    Vary: "Accept-Encoding",
  });
  if (smaller !== undefined && encoding !== null) headers.set("Content-Encoding", encoding);
  return new Response(smaller ?? body ?? null, { status: 200, headers });
}

/** The hash of the style inside our drawing, for its dark colours; null without one. */
function ownStyle(drawing: Uint8Array | undefined): string | null {
  const [, style] = /<style>([^<]*)<\/style>/.exec(Buffer.from(drawing ?? []).toString()) ?? [];
  return style === undefined ? null : `sha256-${createHash("sha256").update(style).digest("base64")}`;
}
