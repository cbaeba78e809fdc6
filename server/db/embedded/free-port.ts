import { createServer } from "node:net";

/** The wanted port if it is free, otherwise one from the system. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await freePort(0));
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === "object" && address !== null ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
