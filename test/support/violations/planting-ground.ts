import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../../server/root.ts";

/** The result of one copy's tests; `hung` if they, or those of them that failed, did not end in time. */
export type Outcome = "passed" | "failed" | "hung";

/** Tests of one copy of the checkout, as paths from its root. */
export interface CopyTests {
  readonly copy: number;
  readonly tests: readonly string[];
}

/**
 * Copies of the checkout side by side, in which sources are broken and tests of core run. Each run is a new process and
 * each copy has its own paths, so that no module is ever taken for another file.
 */
export interface PlantingGround {
  readonly copies: readonly number[];
  readonly write: (copy: number, path: string, text: string) => void;
  /** The result of each copy's tests, in the order of asking; null when a run of several gave no result. */
  readonly test: (asked: readonly CopyTests[]) => Promise<readonly Outcome[] | null>;
  readonly remove: () => void;
}

/** The files of the checkout that its tests may need, as paths from the root. */
export function checkoutFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: packageRoot, encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && existsSync(join(packageRoot, path)));
}

/** The settings of the project `core` in vitest.config.ts, for copies side by side. */
const config = `export default {
  test: { name: "core", include: ["*/{core,client,cli}/**/*.test.ts"], isolate: false, testTimeout: 120_000, setupFiles: ["setup.mjs", "0/test/support/temporal-equality.ts"] },
};`;

/** One example that breaks a law is enough. Nobody reads the smallest one. */
const setup = `import { configureGlobal } from "fast-check"; configureGlobal({ endOnFailure: true });`;

/** Copies the checkout so many times to a folder of its own, which shares node_modules with it. */
export function openGround(files: readonly string[], count: number): PlantingGround {
  const root = mkdtempSync(join(tmpdir(), "plant-"));
  const copies = Array.from({ length: count }, (_, copy) => copy);
  for (const copy of copies) for (const path of files) cpSync(join(packageRoot, path), join(root, `${copy}`, path));
  symlinkSync(join(packageRoot, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "vitest.config.mjs"), config);
  writeFileSync(join(root, "setup.mjs"), setup);
  const running = new Set<number>();
  return {
    copies,
    write: (copy, path, text) => writeFileSync(join(root, `${copy}`, path), text),
    test: (asked) => runTests(root, asked, running),
    remove() {
      for (const pid of running) end(pid);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function runTests(root: string, asked: readonly CopyTests[], running: Set<number>) {
  const report = join(root, "report.json");
  rmSync(report, { force: true });
  const paths = asked.flatMap(({ copy, tests }) => tests.map((test) => join(root, `${copy}`, test)));
  const vitest = [join(packageRoot, "node_modules/vitest/vitest.mjs"), "run", ...paths];
  const options = ["--maxWorkers=1", `--fsModuleCachePath=${join(root, ".modules")}`, "--cache=false"];
  // For a single copy it only matters whether anything failed.
  if (asked.length === 1) options.push("--bail=1");
  const reporting = ["--reporter=json", `--outputFile=${report}`];
  // Generous, because other work may keep the machine busy; in milliseconds.
  const limit = 60_000 + 10_000 * paths.length;
  const { code, isLate, output } = await run([...vitest, ...options, ...reporting], root, { limit, running });
  const results = isLate || !existsSync(report) ? null : reportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  const [alone, ...others] = asked;
  if (alone !== undefined && others.length === 0) return [outcomeOfOne({ isLate, code, output }, results)];
  return results === null ? null : outcomesOf(asked, { root, code, results });
}

/** Runs Node in a process group of its own, and ends the whole group when it is late, so that its workers end too. */
async function run(
  parameters: readonly string[],
  cwd: string,
  { limit, running }: { readonly limit: number; readonly running: Set<number> },
) {
  // With little memory, so that an endless list soon fails.
  const env = { ...process.env, NODE_OPTIONS: "--max-old-space-size=1024" };
  const child = spawn(process.execPath, parameters, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on("error", () => resolve(null)).on("close", resolve);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  const { pid = 0 } = child;
  running.add(pid);
  const late = setTimeout(() => end(pid), limit);
  const startedAt = performance.now();
  const code = await promise;
  clearTimeout(late);
  running.delete(pid);
  return { code, output, isLate: performance.now() - startedAt >= limit };
}

/** Ends a process with its whole group. */
function end(pid: number): void {
  if (pid === 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["passed", "failed"]),
      assertionResults: z.array(z.object({ failureMessages: z.array(z.string()) })),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

/** Reads the run's report too, because an exit code alone does not tell a failed test from no test at all. */
function outcomeOfOne(
  { isLate, code, output }: { readonly isLate: boolean; readonly code: number | null; readonly output: string },
  results: Report | null,
): Outcome {
  if (isLate) return "hung";
  if (results !== null && code !== 0) return isOnlyLate(results) ? "hung" : "failed";
  if (results !== null && results.success && results.numPassedTests > 0) return "passed";
  throw new Error(`vitest told nothing, ended with ${code} and said:\n${output.slice(-2000)}`);
}

/**
 * A failure outside a test may belong to any copy, and a test that is late may be so because of another copy. Then there
 * is no result.
 */
function outcomesOf(
  asked: readonly CopyTests[],
  { root, code, results }: { readonly root: string; readonly code: number | null; readonly results: Report },
): readonly Outcome[] | null {
  const statuses = new Map(results.testResults.map((file) => [file.name, statusOf(file)]));
  const outcomes = asked.map(({ copy, tests }) => {
    const own = new Set(tests.map((test) => statuses.get(join(root, `${copy}`, test)) ?? null));
    if (own.has("failed")) return "failed";
    return own.has(null) ? null : "passed";
  });
  if (outcomes.includes(null) || (code !== 0 && !outcomes.includes("failed"))) return null;
  return outcomes.flatMap((outcome) => outcome ?? []);
}

type FileReport = Report["testResults"][number];

/** Failed only if a test of the file found something; null if it failed in another way. */
function statusOf(file: FileReport): "passed" | "failed" | null {
  if (file.status === "passed") return "passed";
  return failuresOf(file).every(isLateness) ? null : "failed";
}

function isOnlyLate({ testResults }: Report): boolean {
  const failures = testResults.flatMap(failuresOf);
  return failures.length > 0 && failures.every(isLateness);
}

function failuresOf({ assertionResults }: FileReport): string[] {
  return assertionResults.flatMap(({ failureMessages }) => failureMessages);
}

const isLateness = (failure: string) => failure.startsWith("TestTimeoutError:");
