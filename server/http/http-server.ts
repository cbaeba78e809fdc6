import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { type PlainStatus, plainAnswer, plainBytes, plainResponse } from "./plain-answer.ts";
import { readTarget } from "./request-target.ts";

export type Fetch = Parameters<typeof getRequestListener>[0];

interface Serving {
  readonly fetch: Fetch;
  readonly secure: boolean;
  readonly timeouts?: Pick<ServerOptions, "headersTimeout" | "requestTimeout" | "connectionsCheckingInterval">;
}

/**
 * The server below every route, with the limits of R24. It answers unreadable requests itself instead of Node, so that
 * these answers have our headers too (R23).
 */
export function openHttpServer({ fetch, secure, timeouts }: Serving): Server {
  const server = createServer({
    requestTimeout: 120_000,
    headersTimeout: 15_000,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 16_384,
    // We refuse a request without Host below, with our headers.
    requireHostHeader: false,
    ...timeouts,
  });
  server.maxConnections = 2000;
  const answering = new WeakMap<Duplex, ServerResponse>();
  const listener = getRequestListener(fetch, { errorHandler: (error) => plainResponse(statusOf(error), { secure }) });
  server.on("request", (request, response) => {
    answering.set(request.socket, response);
    const target = readTarget(request);
    if (target === null) return answerPlainly(request, response, { status: 400, secure });
    request.url = target;
    void listener(request, response);
  });
  server.on("checkExpectation", (request, response) => answerPlainly(request, response, { status: 417, secure }));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // An answer that has begun cannot become another one.
    const begun = answering.get(socket);
    const isBusy = begun !== undefined && begun.headersSent && !begun.writableFinished;
    if (!socket.writable || isBusy || error.code === "ECONNRESET") socket.destroy(error);
    else socket.end(plainBytes(statuses[error.code ?? ""] ?? 400, { secure }));
  });
  return server;
}

/** The status for Node's error code. All other requests cannot be read at all. */
const statuses: Readonly<Record<string, PlainStatus>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** An unreadable address is the sender's fault. */
function statusOf(error: unknown): 400 | 500 {
  return error instanceof Error && error.name === "RequestError" ? 400 : 500;
}

function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, secure }: { status: PlainStatus; secure: boolean },
): void {
  const { headers, sentence } = plainAnswer(status, { secure });
  response.writeHead(status, { ...headers, Connection: "close" }).end(request.method === "HEAD" ? undefined : sentence);
}
