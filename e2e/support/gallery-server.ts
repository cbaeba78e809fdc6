import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { assetsFrom } from "../../server/ui/assets.ts";
import type { Assets } from "../../server/ui/page.tsx";
import { renderGallery } from "./gallery.tsx";

const clientFolder = join(import.meta.dirname, "..", "..", "dist", "client");
const types: Record<string, string> = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

/** The policy of the product's own pages, so that the browser reports everything inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-gallery'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'";

export interface GalleryServer {
  readonly origin: string;
  /** Announces a change, as the product does after an event. */
  announce(): void;
  /** Cuts the event streams, as a restart would. */
  cutStreams(): void;
  /** Sets the words of the conversation's first message. */
  say(words: string): void;
  /** Adds a message of the consultant. It replaces their earlier one. */
  write(): void;
  /**
   * Holds every answer back until the returned function is called. Each has the content of the moment it was requested.
   */
  holdPages(): () => void;
  /** Sends the first half of every page and holds the rest back until the returned function is called. */
  holdHalves(): () => void;
  /** The number of requested pages. */
  pagesServed(): number;
  close(): Promise<void>;
}

/** Serves the gallery with the built client: pages, an event stream, and an address that accepts any form. */
export async function startGalleryServer(): Promise<GalleryServer> {
  const assets = assetsFrom(readFileSync(join(clientFolder, "manifest.json"), "utf8"));
  const streams = new Set<ServerResponse>();
  let words = "Sinds vanochtend";
  let written = 1;
  let served = 0;
  let held = Promise.resolve();
  let halves = Promise.resolve();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://gallery.invalid").pathname;
    if (path === "/events") return openStream(streams, response);
    if (path === "/sent") return takeForm(request, response);
    if (path.startsWith("/assets/")) return sendAsset(path, response);
    served += 1;
    const asked = { path, assets, words, written };
    void held.then(() => sendPage({ ...asked, rest: halves }, response));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gallery has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    announce: () => {
      for (const stream of streams) stream.write("data: 1\n\n");
    },
    cutStreams: () => {
      for (const stream of streams) stream.end();
    },
    say: (said) => (words = said),
    write: () => (written += 1),
    holdPages: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    holdHalves: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      halves = promise;
      return resolve;
    },
    pagesServed: () => served,
    close: () => new Promise((closed) => (server.close(() => closed()), server.closeAllConnections())),
  };
}

function openStream(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write("retry: 200\n\n");
  streams.add(response);
  response.on("close", () => streams.delete(response));
}

function takeForm(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(303, { location: request.headers.referer ?? "/" }).end();
}

function sendAsset(path: string, response: ServerResponse): void {
  response.writeHead(200, { "content-type": types[extname(path)] ?? "font/woff2" });
  response.end(readFileSync(join(clientFolder, path)));
}

function sendPage(
  asked: { path: string; assets: Assets; words: string; written: number; rest: Promise<void> },
  response: ServerResponse,
): void {
  const [name = "", theme] = asked.path.slice(1).split("/");
  const html = renderGallery({ name, theme: theme === "dark" ? "dark" : "light", assets: asked.assets });
  response.writeHead(html === null ? 404 : 200, { "content-type": "text/html", "content-security-policy": policy });
  const text = html?.replace("Sinds vanochtend", asked.words).replace("message-1", `message-${asked.written}`) ?? "";
  const half = text.length / 2;
  response.write(text.slice(0, half));
  void asked.rest.then(() => response.end(text.slice(half)));
}
