import { bareRecord } from "./bare-record.ts";
import type { Cookie } from "./answer.ts";

/** A prefix binds every cookie to the host over https. Plain http, for a demo on loopback, cannot carry the prefix. */
export function cookieName(name: string, secure: boolean): string {
  return `${secure ? "__Host-" : ""}kwartier-${name}`;
}

export function readCookies(header: string | undefined, secure: boolean): Record<string, string> {
  const prefix = cookieName("", secure);
  const cookies = bareRecord<string>();
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim();
    if (at > 0 && name.startsWith(prefix)) cookies[name.slice(prefix.length)] ??= decode(part.slice(at + 1).trim());
  }
  return cookies;
}

export function writeCookie(cookie: Cookie, secure: boolean): string {
  return [
    `${cookieName(cookie.name, secure)}=${encodeURIComponent(cookie.value)}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${cookie.maxAgeSeconds}`,
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
