import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import type { Server } from "node:http";
import { openHttpServer } from "./http-server.ts";
import { securityHeaders } from "./headers.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function open(timeouts = {}): Promise<Server> {
  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === "/endless")
      return new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("begun")) }));
    return new Response(`${new URL(request.url).href} ${await request.text()}`);
  };
  const server = openHttpServer({ fetch: answer, secure: true, timeouts });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

/** The answer to raw bytes, to the end of the connection. */
async function ask(server: Server, bytes: string): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port: (server.address() as AddressInfo).port });
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(bytes);
  return text(socket);
}

const host = "Host: desk.example.com\r\nConnection: close";

describe("an answer below every route", () => {
  it.each([
    [400, "what is no HTTP", "hello\r\n\r\n"],
    [400, "two lengths", `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    [
      400,
      "two ways of being as long",
      `POST / HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [400, "no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
    [400, "two Hosts", `GET / HTTP/1.1\r\n${host}\r\nHost: evil.example\r\n\r\n`],
    [400, "two Hosts that are the same", `GET / HTTP/1.1\r\n${host}\r\nHost: desk.example.com\r\n\r\n`],
    [400, "a Host that is none", "GET / HTTP/1.1\r\nHost: a@b\r\nConnection: close\r\n\r\n"],
    [400, "a whole address of another host", `GET http://evil.example/ HTTP/1.1\r\n${host}\r\n\r\n`],
    [
      400,
      "a whole address with somebody in it",
      `GET http://desk.example.com@evil.example/ HTTP/1.1\r\n${host}\r\n\r\n`,
    ],
    [400, "an address that is none", `OPTIONS * HTTP/1.1\r\n${host}\r\n\r\n`],
    [400, "an address with a backslash", `GET /\\evil.example HTTP/1.1\r\n${host}\r\n\r\n`],
    [
      413,
      "endless words beside a chunk",
      `POST / HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n1;${"a".repeat(20_000)}\r\n`,
    ],
    [417, "an expectation that is not met", `GET / HTTP/1.1\r\n${host}\r\nExpect: tea\r\n\r\n`],
    [431, "headers that are too long", `GET / HTTP/1.1\r\n${host}\r\nCookie: ${"a".repeat(20_000)}\r\n\r\n`],
    [431, "an address that is too long", `GET /${"a".repeat(20_000)} HTTP/1.1\r\n${host}\r\n\r\n`],
  ])("is %i for %s, with the headers of every other answer (R23)", async (status, _, bytes) => {
    const [head = "", sentence] = (await ask(await open(), bytes)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(securityHeaders(null, { secure: true })))
      expect(head).toContain(`\r\n${name}: ${value}`);
    expect(head).toContain("Cache-Control: no-store");
    expect(head).not.toContain("unsafe");
    expect(sentence).toMatch(/\.\n$/);
  });

  it("is 408 for a request that does not arrive", async () => {
    const server = await open({ headersTimeout: 20, requestTimeout: 20, connectionsCheckingInterval: 10 });
    expect(await ask(server, "GET / HTTP/1.1\r\nHost: desk")).toMatch(/^HTTP\/1\.1 408 [\s\S]*default-src 'none'/);
  });

  it("is never written into another that has begun", async () => {
    const socket = connect({ host: "127.0.0.1", port: ((await open()).address() as AddressInfo).port });
    socket.on("error", () => undefined);
    socket.write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");
    const [first] = (await once(socket, "data")) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 200 /);
    socket.write("no HTTP at all\r\n\r\n");
    expect(await text(socket)).not.toContain("HTTP/1.1");
  });
});

describe("a whole address as the target", () => {
  it.each([
    ["http://desk.example.com/a?b=c", "/a?b=c"],
    ["HTTP://DESK.example.com:80", "/"],
    ["https://desk.example.com:443?b", "/?b"],
  ])("of the same host is its path: %s", async (target, path) => {
    const got = await ask(await open(), `GET ${target} HTTP/1.1\r\n${host}\r\n\r\n`);
    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(got).toContain(`http://desk.example.com${path}`);
  });
});
