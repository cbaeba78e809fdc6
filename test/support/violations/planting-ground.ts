import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../../server/root.ts";

/** How the tests went; `hung` when they came to no end. */
export type Outcome = "passed" | "failed" | "hung";

/** A copy of the checkout in which sources are broken and tests of core are run, each time by a new process. */
export interface PlantingGround {
  readonly write: (path: string, text: string) => void;
  readonly test: (tests: readonly string[]) => Promise<Outcome>;
  readonly remove: () => void;
}

/** The files of the checkout that its tests may need, as paths from the root. */
export function checkoutFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: packageRoot, encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && existsSync(join(packageRoot, path)));
}

/** Copies the checkout to a folder of its own, which shares node_modules with it. */
export function openGround(files: readonly string[]): PlantingGround {
  const root = mkdtempSync(join(tmpdir(), "plant-"));
  for (const path of files) cpSync(join(packageRoot, path), join(root, path));
  symlinkSync(join(packageRoot, "node_modules"), join(root, "node_modules"));
  const running = new Set<number>();
  return {
    write: (path, text) => writeFileSync(join(root, path), text),
    test: (tests) => runTests(root, tests, running),
    remove() {
      for (const pid of running) end(pid);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function runTests(root: string, tests: readonly string[], running: Set<number>): Promise<Outcome> {
  const report = join(root, "report.json");
  rmSync(report, { force: true });
  const vitest = [join(packageRoot, "node_modules/vitest/vitest.mjs"), "run", "--project", "core", ...tests];
  const options = ["--bail=1", "--maxWorkers=1", `--fsModuleCachePath=${join(root, ".modules")}`, "--cache=false"];
  const reporting = ["--reporter=json", `--outputFile=${report}`];
  const { code, isLate, output } = await run([...vitest, ...options, ...reporting], root, {
    limit: limitOf(tests),
    running,
  });
  return isLate ? "hung" : outcomeOf(report, code, output);
}

/** Generous, because other work may keep the machine busy; in milliseconds. */
function limitOf(tests: readonly string[]): number {
  return 45_000 + 3000 * tests.length;
}

/** Runs Node in a process group of its own, so that its workers end with it, and ends all of it when it is late. */
async function run(
  parameters: readonly string[],
  cwd: string,
  { limit, running }: { readonly limit: number; readonly running: Set<number> },
) {
  // With little memory, so that a list without end soon comes to one.
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

const reportSchema = z.object({ success: z.boolean(), numPassedTests: z.number() });

/** By the report of the run: an exit code alone would not tell a test that fails from no test at all. */
function outcomeOf(report: string, code: number | null, output: string): Outcome {
  const said = `vitest ended with ${code} and said:\n${output.slice(-2000)}`;
  if (!existsSync(report)) throw new Error(`No report: ${said}`);
  const { success, numPassedTests } = reportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  if (code !== 0) return "failed";
  if (!success || numPassedTests === 0) throw new Error(`No test passed: ${said}`);
  return "passed";
}
