import type { Server } from "node:http";
import { type AddressInfo } from "node:net";
import type { Config } from "./config.ts";
import { ConfigProblem } from "./config.ts";
import { type Fetch, openHttpServer } from "./http/http-server.ts";

export interface Listening {
  readonly port: number;
  /** Takes no new connections and waits for those under way. */
  stop(): Promise<void>;
}

const moreToTry = 20;

/** Binds the port before anything else is built on it. The handler may come later. */
export async function listen(config: Config, handler: () => Fetch): Promise<Listening> {
  const server = openHttpServer({
    fetch: async (request, env) => handler()(request, env),
    secure: config.publicUrl?.startsWith("https:") ?? false,
  });
  const port = await bind(server, config, config.port, config.isPortFree ? moreToTry : 0);
  return {
    port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that becomes idle after its last answer is closed too, rather than waited for.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), 5000);
      await closed;
      clearTimeout(impatience);
      clearInterval(idle);
    },
  };
}

async function bind(server: Server, config: Config, port: number, others: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, config.host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE" && others > 0) return bind(server, config, port + 1, others - 1);
    if (code === "EADDRINUSE")
      throw new ConfigProblem(`Port ${port} is in use: stop what listens there, or set PORT to another one.`);
    if (code === "EACCES")
      throw new ConfigProblem(`Port ${port} may not be opened by this user: set PORT to one above 1023.`);
    if (code === "EADDRNOTAVAIL")
      throw new ConfigProblem(
        `This machine has no address ${config.host}: set HOST to one of its own, such as 127.0.0.1.`,
      );
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
