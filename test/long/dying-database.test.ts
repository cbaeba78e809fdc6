import { describe, expect, it } from "vitest";
import { keepRunning } from "../../server/db/embedded/keep-running.ts";
import { startEmbedded } from "../../server/db/embedded/start-embedded.ts";
import { makeDirectory, postmasterOf, query } from "../embedded.ts";

const log = (): void => undefined;

describe("an embedded database that dies again and again", () => {
  it("is given up in a sentence", async () => {
    using directory = makeDirectory();
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    const problem: string[] = [];
    keepRunning(server, { warn: log, giveUp: ({ message }) => problem.push(message), spanMs: 600_000 });
    while (problem.length === 0) {
      const isUp = await query(server.ownerUrl, "select 1").catch(() => null);
      if (isUp !== null) process.kill(postmasterOf(directory.path), "SIGKILL");
    }
    expect(problem[0]).toMatch(/ended 7 times in a short while; look into \S+postgres\.log, and start again/);
    await server.stop();
  });
});
