import { STATUS_CODES } from "node:http";
import { securityHeaders } from "./headers.ts";

/** The sentences for when no page can be drawn: before a route is known, or before the server is ready. */
const sentences = {
  400: "This request cannot be read.",
  408: "The request took too long to arrive. Send it again.",
  413: "The request is too large.",
  417: "Leave out the Expect header: only 100-continue is answered.",
  421: "Kwartier is not known under the host that this request names. A proxy in front must pass on the Host header that people's browsers send, and that host must be the one of PUBLIC_URL.",
  431: "The address and headers are too long. Remove the cookies of this site and try again.",
  500: "Something went wrong and nothing was kept.",
  503: "Kwartier is starting.",
} as const;

export type PlainStatus = keyof typeof sentences;

interface PlainAnswer {
  readonly status: PlainStatus;
  readonly headers: Readonly<Record<string, string>>;
  readonly sentence: string;
}

/** An answer of one sentence with all our headers (R23). */
export function plainAnswer(status: PlainStatus, options: { secure: boolean }): PlainAnswer {
  const sentence = `${sentences[status]}\n`;
  const headers = {
    ...securityHeaders(null, options),
    "Content-Length": String(Buffer.byteLength(sentence)),
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    ...(status === 503 ? { "Retry-After": "2" } : {}),
  };
  return { status, headers, sentence };
}

export function plainResponse(status: PlainStatus, options: { secure: boolean }): Response {
  const { headers, sentence } = plainAnswer(status, options);
  return new Response(sentence, { status, headers });
}

/** The same as bytes, for a connection without any readable request. The answer ends the connection. */
export function plainBytes(status: PlainStatus, options: { secure: boolean }): string {
  const { headers, sentence } = plainAnswer(status, options);
  const lines = Object.entries({ ...headers, Connection: "close" });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join("\r\n")}\r\n\r\n${sentence}`;
}
