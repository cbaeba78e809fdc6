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
  /** The full name of the flash cookie, when its sentence was just shown. */
  clearFlash?: string | null;
}

/** Turns an answer into a response with every header it must have. */
export function send(answer: Answer, options: SendOptions): Response {
  const headers = new Headers({ ...securityHeaders(options.nonce, options), "Cache-Control": "no-store", "X-Request-Id": options.requestId });
  if (options.clearFlash !== undefined && options.clearFlash !== null && answer.kind === "page")
    headers.append("Set-Cookie", writeCookie({ name: "flash", value: "", maxAgeSeconds: 0 }, options.secure));
  switch (answer.kind) {
    case "page":
      headers.set("Content-Type", "text/html; charset=utf-8");
      return new Response(renderPage(answer.body), { status: answer.status, headers });
    case "redirect":
      headers.set("Location", answer.to);
      if (answer.toast !== null) headers.append("Set-Cookie", writeCookie({ name: "flash", value: answer.toast, maxAgeSeconds: 30 }, options.secure));
      for (const cookie of answer.cookies) headers.append("Set-Cookie", writeCookie(cookie, options.secure));
      return new Response(null, { status: 303, headers });
    case "json":
      headers.set("Content-Type", answer.status >= 400 ? "application/problem+json" : "application/json");
      return new Response(JSON.stringify(answer.body, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)), { status: answer.status, headers });
    case "download":
      return sendDownload(answer, headers);
    case "refused":
      throw new Error("a refusal must be worded before it is sent");
  }
}

function sendDownload(answer: Extract<Answer, { kind: "download" }>, headers: Headers): Response {
  for (const [name, value] of Object.entries(downloadHeaders)) headers.set(name, value);
  headers.set("Content-Type", answer.mediaType);
  const disposition = contentDisposition(answer.name);
  headers.set("Content-Disposition", answer.inline ? disposition.replace(/^attachment/, "inline") : disposition);
  const body = answer.body instanceof Readable ? (Readable.toWeb(answer.body) as ReadableStream) : answer.body;
  return new Response(body as BodyInit, { status: 200, headers });
}
