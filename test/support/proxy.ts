import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A small proxy, as operators use: it asks /readyz, keeps connections open, and tries nothing twice. */
export interface Proxy {
  readonly url: string;
  /** The number of servers behind it that accept people. */
  ready(): number;
  close(): Promise<void>;
}

const everyMs = 100;

export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  const looks = ports.map((port) =>
    setInterval(() => {
      const asked = request({ host: "127.0.0.1", port, path: "/readyz", timeout: 2000 }, (answer) => {
        answer.resume();
        if (answer.statusCode === 200) ready.add(port);
        else ready.delete(port);
      });
      asked.on("timeout", () => asked.destroy()).on("error", () => ready.delete(port));
      asked.end();
    }, everyMs),
  );
  let passedOn = 0;
  const pass = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const [port] = [...ready].slice(passedOn++ % Math.max(ready.size, 1));
    if (port === undefined) return void answer.writeHead(502).end("nobody is ready");
    const { method, url: path, headers } = incoming;
    const passed = request({ host: "127.0.0.1", port, agent, method, path, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on("error", () => answer.destroy());
    });
    passed.on("error", (error) => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end(String(error))));
    incoming.pipe(passed);
  };
  const server = createServer(pass).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready: () => ready.size,
    close: async () => {
      for (const look of looks) clearInterval(look);
      agent.destroy();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
