import type { IncomingMessage } from "node:http";
import { plainHost } from "./origin.ts";

type Head = Pick<IncomingMessage, "headersDistinct" | "url">;

/**
 * The path and query of a request, or null when its first lines have more than one reading: two Host headers or none, a
 * Host that is no host, or a whole address with another host than the Host header (RFC 9112, 3.2).
 */
export function readTarget({ headersDistinct, url: target = "" }: Head): string | null {
  const [host, ...more] = headersDistinct["host"] ?? [];
  if (host === undefined || more.length > 0 || plainHost(host, "http:") === null) return null;
  if (target.startsWith("/")) return target.includes("\\") ? null : target;
  const [, scheme = "", authority = "", path = ""] = /^(https?):\/\/([^/?#\\]*)([^#\\]*)$/i.exec(target) ?? [];
  const protocol = `${scheme.toLowerCase()}:`;
  const named = plainHost(authority, protocol);
  if (named === null || named !== plainHost(host, protocol)) return null;
  return path.startsWith("/") ? path : `/${path}`;
}
