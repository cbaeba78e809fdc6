import { createInterface } from "node:readline";
import { EmbeddedError } from "../server/db/embedded/embedded-error.ts";
import { startEmbedded } from "../server/db/embedded/start-embedded.ts";

// A separate process for tests that kill it, run it as another user or in another environment. It reports its start in
// one line of JSON, and stops the database on request.
const [dataDirectory = ""] = process.argv.slice(2);
const say = (answer: object): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
};

try {
  const server = await startEmbedded({ dataDirectory, log: () => undefined });
  say({ ownerUrl: server.ownerUrl, isNew: server.isNew, adopted: server.adopted });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "stop") break;
  }
  await server.stop();
  say({ stopped: true });
  process.exit();
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  say({ code: error.code, message: error.message });
}
