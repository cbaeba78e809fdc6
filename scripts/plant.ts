// npm run plant: plants violations of core's rules, each alone and in a copy of the checkout, and tells which of them no
// test of core notices. With the beginnings of their names after -- (core/time) it plants those alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../server/root.ts";
import { testsOf } from "../test/support/violations/dependent-tests.ts";
import { equivalents } from "../test/support/violations/equivalents.ts";
import { checkoutFiles, openGround, type PlantingGround } from "../test/support/violations/planting-ground.ts";
import { hasRules, type Violation, violationsIn } from "../test/support/violations/violations.ts";

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

/** What became of each violation. */
type Fate = "noticed" | "hung" | "equivalent" | "survived";
const fates = new Map<Violation, Fate>();
const complaints: string[] = [];

async function plant(ground: PlantingGround, { path, text }: Pick<Violation, "path" | "text">) {
  ground.write(path, text);
  try {
    for (const tests of testsFor(path)) {
      const outcome = await ground.test(tests);
      if (outcome !== "passed") return outcome;
    }
    return "passed";
  } finally {
    ground.write(path, sources.get(path) ?? "");
  }
}

/** What does nothing must survive and what every reader would notice must be noticed, before anything else is believed. */
async function requireTrueAnswers(ground: PlantingGround) {
  const path = "core/time/time-entry.ts";
  const text = sources.get(path) ?? "";
  const nothing = { path, text: `${text}\n// Nothing is changed.\n` };
  const known = violationsIn(path, text).find(({ name }) => name.endsWith("minutes <= 0 becomes false"));
  if (known === undefined) throw new Error(`the control in ${path} is gone: choose another`);
  for (const [planted, wanted] of [
    [nothing, "passed"],
    [known, "failed"],
    [nothing, "passed"],
  ] as const) {
    const outcome = await plant(ground, planted);
    if (outcome !== wanted)
      throw new Error(`the tests ${outcome} on a control, and should have ${wanted}: no answer can be believed`);
  }
}

async function judge(ground: PlantingGround, violation: Violation) {
  const outcome = await plant(ground, violation);
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
  const waiting = violations.values();
  await Promise.all(
    grounds.map(async (ground) => {
      for (const violation of waiting) {
        await judge(ground, violation);
        if (fates.size % 100 === 0) console.log(`${fates.size} of ${violations.length}`);
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
const grounds = [openGround(files), openGround(files)];
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
