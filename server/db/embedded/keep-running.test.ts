import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDirectory, postmasterOf, query } from "../../../test/embedded.ts";
import { keepRunning } from "./keep-running.ts";
import { startEmbedded } from "./start-embedded.ts";

const log = (): void => undefined;
const patient = { timeout: 30_000 };

describe("an embedded database that is kept running", { timeout: 90_000 }, () => {
  it("is started again each time it dies, and said so", async () => {
    using directory = makeDirectory();
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    const warnings: string[] = [];
    const givenUp: Error[] = [];
    keepRunning(server, { warn: (message) => warnings.push(message), giveUp: (problem) => givenUp.push(problem) });
    await query(server.ownerUrl, "create table kept as select 1 as n");
    for (let time = 1; time <= 3; time += 1) {
      process.kill(postmasterOf(directory.path), "SIGKILL");
      await expect.poll(() => warnings.length, patient).toBe(time);
      await expect
        .poll(async () => query(server.ownerUrl, "select n from kept").catch(() => null), patient)
        .toEqual([[1]]);
    }
    await server.stop();
    expect(givenUp).toEqual([]);
    expect(new Set(warnings)).toEqual(new Set(["the embedded database ended by itself and is started again"]));
  });

  it("is given up in a sentence when that does not help", async () => {
    using directory = makeDirectory();
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    const givenUp = new Promise<Error>((resolve) => keepRunning(server, { warn: log, giveUp: resolve, pauseMs: 10 }));
    writeFileSync(join(server.home, "postgres", "postgresql.auto.conf"), "nonsense = on\n");
    process.kill(postmasterOf(directory.path), "SIGKILL");
    expect((await givenUp).message).toMatch(
      /^The embedded database in \S+ could not be started: .*FATAL: .*contains errors.*; look into \S+, and start again/,
    );
    await server.stop();
  });
});
