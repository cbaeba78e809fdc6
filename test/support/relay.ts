import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a program and its database, and can fall silent in the middle of a talk. */
export interface Relay {
  /** The database's address by way of the relay. */
  readonly url: string;
  /** Resolves when a statement was held back. */
  readonly held: Promise<void>;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

/** Passes everything on until a connection sends a given statement, which is held back with all that follows on it. */
export async function openRelay(url: string, statement: string): Promise<Relay> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const held = Promise.withResolvers<void>();
  const pass = (near: Socket): void => {
    const far = connect(Number(port), hostname);
    let isHeld = false;
    near.on("data", (bytes) => {
      if (bytes.includes(statement)) isHeld = true;
      if (isHeld) held.resolve();
      else far.write(bytes);
    });
    far.on("data", (bytes) => near.write(bytes));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => other.destroy());
    }
  };
  const server = createServer(pass).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const near = new URL(url);
  near.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: near.href,
    held: held.promise,
    cut,
    close: async () => {
      cut();
      const closed = once(server, "close");
      server.close();
      await closed;
    },
  };
}
