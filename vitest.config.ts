import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const browser = ["e2e/global-setup.ts"].filter((path) => existsSync(path));
const rateTests = "cli/rate*.test.ts";
const longTests = "test/long/**/*.test.ts";
const houseTests = ["test/architecture/**/*.test.ts", "test/dependencies.test.ts"];

/**
 * Four kinds of test, by what they need, and a fifth that npm test leaves out. Only `core` is run under three time
 * zones, so nothing in it may be slow; only `server`, `long` and `browser` have a PostgreSQL, which they share.
 */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "core", include: ["core/**/*.test.ts", "client/**/*.test.ts", rateTests], isolate: false },
      },
      { extends: true, test: { name: "architecture", include: houseTests, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "server",
          include: ["server/**/*.test.{ts,tsx}", "cli/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["**/node_modules/**", rateTests, ...houseTests, longTests],
          // Files share what they import, which takes as long as their tests; what they make is their own.
          isolate: false,
          // What happens in its own time is waited for as long as a busy machine may take.
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
          // Hours are for people who wait for them; what hangs is seen by what it prints.
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
          // What a page does next is waited for as long as a busy machine may take.
          expect: { poll: { interval: 100, timeout: 15_000 } },
        },
      },
    ],
  },
});
