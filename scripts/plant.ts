// npm run plant: plants violations of core's rules, each in a copy of the checkout, and lists those that no test of
// core notices. With path prefixes after -- (core/time) it plants only those.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../server/root.ts";
import { testsOf } from "../test/support/violations/dependent-tests.ts";
import { equivalents } from "../test/support/violations/equivalents.ts";
import {
  checkoutFiles,
  type CopyTests,
  openGround,
  type Outcome,
  type PlantingGround,
} from "../test/support/violations/planting-ground.ts";
import { hasRules, type Violation, violationsIn } from "../test/support/violations/violations.ts";

/** The number of violations planted side by side. Two such runs go on at a time. */
const copies = 12;
/** The most test files of one run. */
const filesOfRun = 30;
const files = checkoutFiles();
const testsFor = testsOf(files);
const sources = new Map(
  files.filter(hasRules).map((path) => [path, readFileSync(join(packageRoot, path), "utf8")] as const),
);
const asked = process.argv.slice(2);
const isAsked = (name: string) => asked.length === 0 || asked.some((start) => name.startsWith(start));
const all = [...sources].flatMap(([path, text]) => violationsIn(path, text));
const violations = all.filter(({ name }) => isAsked(name));
const expected = new Set(equivalents.flatMap(({ planted }) => planted).filter(isAsked));

/** The result for each violation. */
type Fate = "noticed" | "hung" | "equivalent" | "survived";
const fates = new Map<Violation, Fate>();
const complaints: string[] = [];

type Planted = Pick<Violation, "path" | "text">;

/**
 * Whether the tests notice each planted source. It tests all copies together, group after group of their tests. If a
 * run gives no result, because one of them hangs or ends the run, it tests each alone.
 */
async function plant(ground: PlantingGround, planted: readonly Planted[]): Promise<readonly Outcome[]> {
  const outcomes = planted.map((): Outcome => "passed");
  for (const [copy, { path, text }] of planted.entries()) ground.write(copy, path, text);
  try {
    for (let group = 0; ; group += 1) {
      const asked = planted.flatMap(({ path }, copy) => {
        const tests = outcomes[copy] === "passed" ? testsFor(path)[group] : undefined;
        return tests === undefined ? [] : [{ copy, tests }];
      });
      if (asked.length === 0) return outcomes;
      for (const some of inRuns(asked)) {
        const told = (await ground.test(some)) ?? (await testAlone(ground, some));
        for (const [at, { copy }] of some.entries()) outcomes[copy] = told[at] ?? "passed";
      }
    }
  } finally {
    for (const [copy, { path }] of planted.entries()) ground.write(copy, path, sources.get(path) ?? "");
  }
}

/** Splits the tests into runs that end within their time. */
function inRuns(asked: readonly CopyTests[]): CopyTests[][] {
  const runs: CopyTests[][] = [];
  let files = filesOfRun;
  for (const each of asked) {
    files += each.tests.length;
    if (files > filesOfRun) {
      runs.push([]);
      files = each.tests.length;
    }
    runs.at(-1)?.push(each);
  }
  return runs;
}

async function testAlone(ground: PlantingGround, asked: readonly CopyTests[]) {
  const outcomes: Outcome[] = [];
  for (const each of asked) outcomes.push((await ground.test([each]))?.[0] ?? "passed");
  return outcomes;
}

/** Checks every copy first: a harmless change must survive, and a known violation must be noticed. */
async function requireTrueAnswers(ground: PlantingGround) {
  const path = "core/tickets/withdrawal.ts";
  const text = sources.get(path) ?? "";
  const nothing = { path, text: `${text}\n// Nothing is changed.\n` };
  const known = violationsIn(path, text).find(({ name }) => name.endsWith("!next.ok becomes false"));
  if (known === undefined) throw new Error(`the control in ${path} is gone: choose another`);
  for (const round of [0, 1]) {
    const isKnown = (copy: number) => (copy + round) % 2 === 0;
    const outcomes = await plant(
      ground,
      ground.copies.map((copy) => (isKnown(copy) ? known : nothing)),
    );
    const isTrue = outcomes.every((outcome, copy) => outcome === (isKnown(copy) ? "failed" : "passed"));
    if (!isTrue) throw new Error(`the tests answered ${outcomes.join()} to controls: nothing they say can be believed`);
  }
}

/** Tests share a process with those of other violations, so a surprise is asked again alone. */
async function confirmed(ground: PlantingGround, violation: Violation, outcome: Outcome): Promise<Outcome> {
  if (outcome === "passed" || !expected.has(violation.name)) return outcome;
  return (await plant(ground, [violation]))[0] ?? "passed";
}

function judge(violation: Violation, outcome: Outcome) {
  const isExpected = expected.has(violation.name);
  if (outcome !== "passed") {
    fates.set(violation, outcome === "hung" ? "hung" : "noticed");
    if (isExpected) complaints.push(`listed as an equivalent, and noticed: ${violation.name}`);
    return;
  }
  fates.set(violation, isExpected ? "equivalent" : "survived");
  if (isExpected) return;
  console.log(`survived: ${violation.path}:${violation.line} ${violation.name.slice(violation.path.length + 1)}`);
}

async function plantAll(grounds: readonly PlantingGround[]) {
  await Promise.all(grounds.map(requireTrueAnswers));
  console.log(`the controls answered rightly; planting ${violations.length} violations`);
  let next = 0;
  await Promise.all(
    grounds.map(async (ground) => {
      while (next < violations.length) {
        const batch = violations.slice(next, next + ground.copies.length);
        next += batch.length;
        const outcomes = await plant(ground, batch);
        for (const [at, violation] of batch.entries())
          judge(violation, await confirmed(ground, violation, outcomes[at] ?? "passed"));
        console.log(`${fates.size} of ${violations.length}`);
      }
    }),
  );
  await Promise.all(grounds.map(requireTrueAnswers));
}

function summary() {
  const byNoun = Map.groupBy(violations, ({ path }) => path.split("/")[1] ?? "");
  const rows = [...byNoun, ["in all", violations] as const].map(([noun, planted]) => {
    const count = (...fate: Fate[]) => planted.filter((each) => fate.includes(fates.get(each) ?? "survived")).length;
    const figures = [planted.length, count("noticed", "hung"), count("equivalent"), count("survived")];
    return [noun.padEnd(16), ...figures.map((figure) => String(figure).padStart(11))].join("");
  });
  const head = [
    "noun".padEnd(16),
    ...["planted", "noticed", "equivalent", "surviving"].map((word) => word.padStart(11)),
  ];
  const hung = violations.filter((each) => fates.get(each) === "hung");
  return [head.join(""), ...rows, `of those that were noticed, the tests came to no end in ${hung.length}`].join("\n");
}

for (const name of expected) {
  if (!all.some((violation) => violation.name === name)) complaints.push(`listed as an equivalent, and gone: ${name}`);
}
const grounds = [openGround(files, copies), openGround(files, copies)];
const leave = () => grounds.map((ground) => ground.remove());
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    leave();
    process.exit(1);
  });
}
try {
  await plantAll(grounds);
} finally {
  leave();
}
console.log([summary(), ...complaints].join("\n"));
if (complaints.length > 0 || [...fates.values()].includes("survived")) process.exitCode = 1;
