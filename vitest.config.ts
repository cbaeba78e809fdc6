import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const browser = ["e2e/global-setup.ts"].filter((path) => existsSync(path));
const rateTests = "cli/rate*.test.ts";
const houseTests = ["test/architecture/**/*.test.ts", "test/dependencies.test.ts"];

/**
 * Four kinds of test, by what they need. Only `core` is run under three time zones, so nothing in it may be slow;
 * only `server` and `browser` have a PostgreSQL, which they share.
 */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "core", include: ["core/**/*.test.ts", "client/**/*.test.ts", rateTests] } },
      { extends: true, test: { name: "architecture", include: houseTests, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "server",
          include: ["server/**/*.test.{ts,tsx}", "cli/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["**/node_modules/**", rateTests, ...houseTests],
          globalSetup: ["test/global-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
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
        },
      },
    ],
  },
});
