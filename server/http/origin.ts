import { isLocalPath } from "./local-path.ts";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Our own origins: the public URL, and on loopback the other names of the same machine. */
export function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const url = new URL(publicUrl);
  if (!loopback.has(url.hostname)) return new Set([url.origin]);
  const port = url.port === "" ? "" : `:${url.port}`;
  return new Set([...loopback].map((host) => `${url.protocol}//${host}${port}`));
}

/** A name, or an address in brackets, and perhaps a port. */
const hostPattern = /^(?:([a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?)\.?|(\[[0-9a-f:.]+\]))(?::([1-9]\d{0,4}))?$/;
const usualPorts: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * A host in the form for comparing: lower case, without a final dot, without the protocol's standard port. Null for a
 * text that is no host.
 */
export function plainHost(host: string, protocol: string): string | null {
  const [, name, address, port] = hostPattern.exec(host.toLowerCase()) ?? [];
  const plain = name ?? address;
  if (plain === undefined) return null;
  return port === undefined || port === usualPorts[protocol] ? plain : `${plain}:${port}`;
}

/** Whether an origin, as a browser writes it, is ours. */
function isOwnOrigin(origin: string, own: ReadonlySet<string>): boolean {
  const [, protocol = "", host = ""] = /^(https?:)\/\/(.+)$/.exec(origin) ?? [];
  const plain = plainHost(host, protocol);
  return plain !== null && own.has(`${protocol}//${plain}`);
}

/**
 * Whether an unsafe request comes from one of our own pages (R19). A program without a browser names our origin itself.
 */
export function isFromUs(
  headers: { origin: string | undefined; site: string | undefined },
  own: ReadonlySet<string>,
): boolean {
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin, own);
  return headers.site === "same-origin";
}

/** Whether the Host header is ours. Links and redirects never follow a foreign one. */
export function isOwnHost(host: string | undefined, own: ReadonlySet<string>): boolean {
  return [...own].some((origin) => {
    const { protocol, host: ours } = new URL(origin);
    return plainHost(host ?? "", protocol) === ours;
  });
}

/** Our page that sent a request, by its Referer, or the front page. Always a path of our own. */
export function pageBefore(referer: string | undefined, own: ReadonlySet<string>): string {
  if (referer === undefined || !URL.canParse(referer)) return "/";
  const { origin, pathname, search } = new URL(referer);
  const path = pathname + search;
  return isOwnOrigin(origin, own) && isLocalPath(path) ? path : "/";
}
