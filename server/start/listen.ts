import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Config, ConfigProblem } from "./config.ts";
import { errorCode } from "../db/embedded/embedded-error.ts";
import { type Fetch, openHttpServer } from "../http/http-server.ts";

export interface Door {
  readonly port: number;
  /** Lets requests in. */
  open(): Promise<void>;
  /** From now on each answer ends its connection, so that no client sends its next request here. */
  letGo(): void;
  /** Accepts no new connections and waits for running requests. */
  close(): Promise<void>;
}

interface Listener {
  readonly server: Server;
  readonly address: string;
}

const moreToTry = 20;
const patienceMs = 8000;

/**
 * Claims the port before anything else, so that a second start fails early. A port given by number is bound, and
 * released until `open`, when all is ready; until then a proxy is refused at once and asks another process. Any other
 * port is kept: nobody knows it yet.
 */
export async function findDoor(config: Config, fetch: Fetch): Promise<Door> {
  const secure = config.publicUrl?.startsWith("https:") ?? false;
  const addresses = config.host === "localhost" ? ["127.0.0.1", "::1"] : [config.host];
  const listeners = addresses.map((address) => ({ address, server: openHttpServer({ fetch, secure }) }));
  const letGo = makeLetGo(listeners);
  const isKept = config.isPortFree || config.port === 0;
  const port = await bind(listeners, config.port, isKept ? moreToTry : 0);
  if (!isKept) await close(listeners);
  return {
    port,
    open: async () => {
      if (!isKept) await bind(listeners, port, 0);
    },
    letGo,
    close: async () => close(listeners),
  };
}

function makeLetGo(listeners: readonly Listener[]): () => void {
  const answering = new Set<ServerResponse>();
  let isLettingGo = false;
  for (const { server } of listeners)
    server.prependListener("request", (_, response) => {
      if (isLettingGo) response.setHeader("Connection", "close");
      answering.add(response);
      response.once("close", () => answering.delete(response));
    });
  return () => {
    isLettingGo = true;
    for (const response of answering) if (!response.headersSent) response.setHeader("Connection", "close");
  };
}

async function close(listeners: readonly Listener[]): Promise<void> {
  await Promise.all(listeners.map(async ({ server }) => closeServer(server)));
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that becomes idle after its last answer is closed as well.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(impatience);
  clearInterval(idle);
}

/** Binds all addresses to one port, this one or one of the next few, and answers which. */
async function bind(listeners: readonly Listener[], port: number, others: number): Promise<number> {
  let bound = port;
  try {
    for (const [place, listener] of listeners.entries())
      bound = await bindOne(listener, bound).catch((error: unknown) => {
        // A machine without IPv6 has one loopback address, which is already bound.
        if (place > 0 && withoutIpv6.has(errorCode(error) ?? "")) return bound;
        throw error;
      });
    return bound;
  } catch (error) {
    await close(listeners);
    const { address = "" } = listeners[0] ?? {};
    if (errorCode(error) !== "EADDRINUSE" || others === 0) throw wordFailure(error, { address, port: bound });
    return bind(listeners, port === 0 ? 0 : port + 1, others - 1);
  }
}

const withoutIpv6 = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT"]);

async function bindOne({ server, address }: Listener, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

function wordFailure(error: unknown, { address, port }: { address: string; port: number }): unknown {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use: stop what listens there, or set PORT to another one.`,
    EACCES: `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${address}: set HOST to one of its own, such as 127.0.0.1.`,
    ENOTFOUND: `HOST is ${address}, and no machine is known by that name: set it to an address of this machine, such as 127.0.0.1.`,
  };
  const sentence = sentences[errorCode(error) ?? ""];
  return sentence === undefined ? error : new ConfigProblem(sentence, { cause: error });
}
