// Every check of npm test, on the Node of package.json. A failing step does not stop the others, so that one run
// reports everything. A step without any test counts as failed, because it checked nothing. Arguments choose steps by
// name.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { installFolder, root } from "./install.mjs";
import { run, seconds } from "./run.mjs";

const bin = (name) => join(root, "node_modules", ".bin", name);
const minutes = (count) => count * 60_000;

const postgres15 = join(root, "test", "postgres-15");
const postgres15Lock = join(postgres15, "node_modules", ".package-lock.json");

/** Each group may use both cores. Its steps run two at a time and are printed in this order. */
const groups = [
  [
    check("format", bin("oxfmt"), ["--check"]),
    check("unused code", bin("knip"), ["--no-progress"]),
    check("build", process.execPath, [join(root, "scripts", "build.mjs")]),
  ],
  [
    // Needs the build. A browser leaves much of the machine to the others.
    tests("browser", "browser", {}, () => ({ CHROMIUM_PATH: ensureChromium() })),
    check("lint", bin("oxlint"), ["--type-aware", "--deny-warnings", "--report-unused-disable-directives"]),
    check("types", bin("tsc"), ["-p", "."]),
    tests("core, UTC", "core", { TZ: "UTC" }),
    tests("core, Amsterdam", "core", { TZ: "Europe/Amsterdam" }),
    tests("core, Auckland", "core", { TZ: "Pacific/Auckland" }),
    tests("architecture", "architecture", {}),
    tests("server", "server", {}, ensurePostgres15),
  ],
];

function check(name, program, parameters) {
  return { name, work: async () => judgeCheck(await run(program, parameters, {}, minutes(4))) };
}

function judgeCheck({ ok, output }) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, summary: ok ? "passed" : "failed", output };
}

/** The tests of one vitest project. `prepare` makes what they need and answers additional environment. */
function tests(name, project, environment, prepare = () => ({})) {
  return {
    name,
    work: async () => {
      const report = join(root, "test-results", `${name.replace(/\W+/g, "-")}.json`);
      rmSync(report, { force: true });
      const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const parameters = [vitest, "run", "--project", project, ...reporters];
      const ended = await run(process.execPath, parameters, { ...environment, ...prepare() }, minutes(12));
      return judgeTests(ended, report);
    },
  };
}

function judgeTests({ ok, output }, report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, summary: "no report of the tests", output };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = JSON.parse(readFileSync(report, "utf8"));
  // A file that could not be loaded has no failed test, but the run failed: that counts as one failure.
  const isOtherwiseBroken = numFailedTests === 0 && (!ok || passed === 0);
  const failed = isOtherwiseBroken ? 1 : numFailedTests;
  const summary = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return { passed, failed, summary: passed === 0 ? `no test passed (${summary})` : summary, output };
}

/** Installed apart from the main lock file, because only one test needs a second PostgreSQL of 60 MB. */
function ensurePostgres15() {
  if (!existsSync(postgres15Lock)) installFolder(postgres15);
  return {};
}

async function runStep({ name, work }) {
  const startedAt = performance.now();
  const result = await work().catch((error) => ({ passed: 0, failed: 1, summary: "failed", output: String(error) }));
  return { name, took: seconds(startedAt), ...result };
}

/** Two at a time, printed in order. */
async function runGroup(steps) {
  const waiting = [...steps];
  const results = new Map(steps.map((step) => [step, Promise.withResolvers()]));
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      results.get(step).resolve(await runStep(step));
    }
  };
  const workers = [worker(), worker()];
  for (const { promise } of results.values()) print(await promise);
  await Promise.all(workers);
  return Promise.all([...results.values()].map(({ promise }) => promise));
}

function print({ name, took, failed, summary, output }) {
  console.log(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(18)} ${took.padStart(7)}   ${summary}`);
  if (failed > 0) console.log(`\n${output.trim().replace(/^/gm, "    ")}\n`);
}

const chosen = process.argv.slice(2);
const startedAt = performance.now();
const results = [];
for (const group of groups) {
  const steps = group.filter(({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word)));
  results.push(...(await runGroup(steps)));
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, results.length === 0 ? 1 : 0);
console.log(`\n${results.length} steps in ${seconds(startedAt)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
