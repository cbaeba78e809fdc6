import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

const browser = ["e2e/global-setup.ts"].filter((path) => existsSync(path));
const rateTests = "cli/rate*.test.ts";
const longTests = "test/long/**/*.test.ts";
const houseTests = ["test/architecture/**/*.test.ts", "test/dependencies.test.ts"];

/**
 * Four kinds of test by their needs, and a fifth that npm test leaves out. Only `core` runs under three time zones, so
 * nothing in it may be slow. Only `server`, `long` and `browser` have a PostgreSQL, which they share.
 */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: ["test/support/setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          include: ["core/**/*.test.ts", "client/**/*.test.ts", rateTests],
          isolate: false,
        },
      },
      { extends: true, test: { name: "architecture", include: houseTests, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "server",
          include: ["server/**/*.test.{ts,tsx}", "cli/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["**/node_modules/**", rateTests, ...houseTests, longTests],
          // Files share their imports, which take as long as their tests. Their data is their own.
          isolate: false,
          // A busy machine may take this long for something that happens in its own time.
          expect: { poll: { timeout: 10_000 } },
          globalSetup: ["test/global-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: [longTests],
          globalSetup: ["test/global-setup.ts"],
          fileParallelism: false,
          // Hours are for a person who waits. The output shows a test that hangs.
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["e2e/**/*.test.ts"],
          globalSetup: browser,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A busy machine may take this long for the next change of a page.
          expect: { poll: { interval: 100, timeout: 15_000 } },
        },
      },
    ],
  },
});
