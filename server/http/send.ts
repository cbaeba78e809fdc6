import { Readable } from "node:stream";
import { contentDisposition } from "../files/names.ts";
import { renderPage } from "../ui/render.ts";
import type { Answer } from "./answer.ts";
import { writeCookie } from "./cookies.ts";
import { downloadHeaders, securityHeaders } from "./headers.ts";

export interface SendOptions {
  requestId: string;
  nonce: string;
  secure: boolean;
  /** Send only the headers. */
  isHead: boolean;
  /** The full name of the flash cookie, if its sentence was just shown. */
  clearFlash?: string | null;
}

/** Turns an answer into a response with all its headers. */
export function send(answer: Answer, options: SendOptions): Response {
  const headers = new Headers({
    ...securityHeaders(`nonce-${options.nonce}`, options),
    "Cache-Control": "no-store",
    "X-Request-Id": options.requestId,
  });
  if (options.clearFlash !== undefined && options.clearFlash !== null && answer.kind === "page")
    headers.append("Set-Cookie", writeCookie({ name: "flash", value: "", maxAgeSeconds: 0 }, options.secure));
  const retryAfter = retryAfterOf(answer);
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  switch (answer.kind) {
    case "page":
      headers.set("Content-Type", "text/html; charset=utf-8");
      for (const cookie of answer.cookies ?? []) headers.append("Set-Cookie", writeCookie(cookie, options.secure));
      return new Response(renderPage(answer.body), { status: answer.status, headers });
    case "redirect":
      headers.set("Location", answer.to);
      if (answer.toast !== null)
        headers.append(
          "Set-Cookie",
          writeCookie({ name: "flash", value: answer.toast, maxAgeSeconds: 30 }, options.secure),
        );
      for (const cookie of answer.cookies) headers.append("Set-Cookie", writeCookie(cookie, options.secure));
      // The browser's stored content goes with the session (R23).
      if (answer.clearSiteData === true) headers.set("Clear-Site-Data", '"cache", "storage"');
      return new Response(null, { status: 303, headers });
    case "json":
      headers.set("Content-Type", answer.status >= 400 ? "application/problem+json" : "application/json");
      return new Response(toJson(answer.body), { status: answer.status, headers });
    case "download":
      return sendDownload(answer, headers, options.isHead);
    case "refused":
      throw new Error("a refusal must be worded before it is sent");
    case "afterwards":
      throw new Error("what comes afterwards must be done before it is sent");
  }
}

function retryAfterOf(answer: Answer): number | undefined {
  if (answer.kind !== "page" && answer.kind !== "json") return undefined;
  return answer.retryAfterSeconds ?? (answer.status === 503 ? 30 : undefined);
}

function sendDownload(answer: Extract<Answer, { kind: "download" }>, headers: Headers, isHead: boolean): Response {
  for (const [name, value] of Object.entries(downloadHeaders)) headers.set(name, value);
  headers.set("Content-Type", answer.mediaType);
  const disposition = contentDisposition(answer.name);
  headers.set("Content-Disposition", answer.inline ? disposition.replace(/^attachment/, "inline") : disposition);
  if (isHead && answer.body instanceof Readable) {
    // Nobody will read the file, so it must not stay open.
    answer.body.destroy();
    return new Response(null, { status: 200, headers });
  }
  const body = answer.body instanceof Readable ? (Readable.toWeb(answer.body) as ReadableStream) : answer.body;
  return new Response(body as BodyInit, { status: 200, headers });
}

/** JSON of an answer. Amounts and sizes are bigint inside and whole numbers outside. */
export function toJson(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
}
