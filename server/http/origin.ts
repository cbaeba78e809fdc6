import { isLocalPath } from "./local-path.ts";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The origins that are us: the public URL, and on loopback the other names of the same machine. */
export function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const url = new URL(publicUrl);
  if (!loopback.has(url.hostname)) return new Set([url.origin]);
  const port = url.port === "" ? "" : `:${url.port}`;
  return new Set([...loopback].map((host) => `${url.protocol}//${host}${port}`));
}

/** Whether an unsafe request comes from one of our own pages (R19); a program without a browser names our origin itself. */
export function isFromUs(
  headers: { origin: string | undefined; site: string | undefined },
  own: ReadonlySet<string>,
): boolean {
  if (headers.origin !== undefined) return own.has(headers.origin);
  return headers.site === "same-origin";
}

/** Whether the Host header is ours: links and redirects never follow a foreign one. */
export function isOwnHost(host: string | undefined, own: ReadonlySet<string>): boolean {
  return host !== undefined && [...own].some((origin) => new URL(origin).host === host);
}

/** The page of ours that a request was sent from, as its Referer says, or the front door: always a path of our own. */
export function pageBefore(referer: string | undefined, own: ReadonlySet<string>): string {
  if (referer === undefined || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  const path = pathname + search;
  return own.has(origin) && isLocalPath(path) ? path : "/";
}
