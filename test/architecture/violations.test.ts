import { parseSync } from "oxc-parser";
import { describe, expect, it, onTestFinished } from "vitest";
import { testsOf } from "../support/violations/dependent-tests.ts";
import { equivalents } from "../support/violations/equivalents.ts";
import { checkoutFiles, openGround } from "../support/violations/planting-ground.ts";
import { hasRules, violationsIn } from "../support/violations/violations.ts";
import { readSources } from "./source-file.ts";

const path = "core/time/example.ts";
/** The violations planted in a source, without its file's name. */
const plantedIn = (text: string) => violationsIn(path, text).map(({ name }) => name.slice(path.length + 1));
/** The function or table with one planted violation. */
const textWith = (text: string, name: string) =>
  violationsIn(path, text).find((violation) => violation.name === `${path} ${name}`)?.text;

describe("the violations that npm run plant plants", () => {
  it("leave out every refusal, whichever way round it is written", () => {
    const guard = 'function decide(a: A) { if (!a.isKnown) return refuse({ code: "busy" }); return accept(a); }';
    expect(plantedIn(guard)).toEqual(["decide: !a.isKnown becomes false"]);
    expect(textWith(guard, "decide: !a.isKnown becomes false")).toBe(guard.replace("!a.isKnown", "false"));
    const last =
      'function decide(a: A) { if (a.isKnown) return accept(a); const b = a; return refuse({ code: "busy" }); }';
    expect(plantedIn(last)).toContain("decide: a.isKnown becomes true");
    const choice = 'function decide(a: A) { return a.isKnown ? accept(a) : refuse({ code: "busy" }); }';
    expect(plantedIn(choice)).toEqual(["decide: a.isKnown is never so", "decide: a.isKnown is always so"]);
    const passedOn = "function decide(a: A) { const next = step(a); if (!next.ok) return next; return accept(a); }";
    expect(plantedIn(passedOn)).toEqual(["decide: !next.ok becomes false"]);
  });

  it("leave out each condition, and move each bound by one", () => {
    const text = 'function decide(a: A) { if (a.minutes < 1 || a.minutes > most) return refuse({ code: "busy" }); }';
    expect(plantedIn(text)).toEqual([
      "decide: a.minutes < 1 || a.minutes > most becomes false",
      "decide: leaves out a.minutes < 1",
      "decide: leaves out a.minutes > most",
      "decide: a.minutes < 1 becomes a.minutes <= 1",
      "decide: a.minutes > most becomes a.minutes >= most",
    ]);
    expect(plantedIn("const own = all.filter((one) => one.id === id);")).toEqual([
      "own: does not filter((one) => one.id === id)",
      "own: one.id === id becomes false",
    ]);
  });

  it("make each number of a rule one more, and no place in a list", () => {
    expect(plantedIn("const limits = { hours: 24, days: [0, 365], cents: 100n } as const;")).toEqual([
      "limits: 24 is one more in hours: 24",
      "limits: 0 is one more in [0, 365]",
      "limits: 365 is one more in [0, 365]",
      "limits: 100n is one more in cents: 100n",
    ]);
    expect(plantedIn("const last = list[0] ?? list.at(-1);")).toEqual([]);
    expect(plantedIn("const order = a < b ? -1 : 1;")).toEqual(["order: a < b becomes a > b"]);
  });

  it("give and take each role, each way between states and each need of a deed", () => {
    const roles = 'const roles = { "a.read": ["seated", "signatory"], "a.write": ["seated"] } as const;';
    expect(plantedIn(roles)).toEqual([
      "roles: a.read: no longer seated",
      "roles: a.read: no longer signatory",
      "roles: a.write: no longer seated",
      "roles: a.write: also signatory",
    ]);
    const states = 'const states = ["open", "closed"] as const; const others = states.filter((one) => one !== "open");';
    const ways =
      '[{ action: "end", from: ["open"], to: "closed" }, ...staying("see", states), { action: "undo", from: others, to: "open" }]';
    const table = `const lifecycle: Lifecycle<S, A> = { states, transitions: ${ways} };`;
    expect(plantedIn(states + table).filter((name) => name.startsWith("lifecycle"))).toEqual([
      "lifecycle: end to closed: no longer open",
      "lifecycle: end to closed: also closed",
      "lifecycle: see to itself: no longer open",
      "lifecycle: see to itself: no longer closed",
      "lifecycle: undo to open: also open",
      "lifecycle: undo to open: no longer closed",
    ]);
    expect(plantedIn('const needs = { "a.read": nothing, "a.write": requireOpen };')).toEqual([
      "needs: a.read needs requireOpen and not nothing",
      "needs: a.write needs nothing and not requireOpen",
    ]);
  });

  it("leave alone what throws, which no rule decides", () => {
    expect(plantedIn('function make(a: A) { if (a.minutes < 1) throw new Error("never"); }')).toEqual([]);
  });
});

describe("planted in core", () => {
  const sources = readSources().filter((file) => hasRules(file.path));
  const planted = sources.flatMap((file) => violationsIn(file.path, file.text));
  const byPath = Map.groupBy(planted, (violation) => violation.path);

  it("leave out as many conditions of a file as it has refusals, or more", () => {
    for (const { path, text } of sources) {
      const refusals = [...text.matchAll(/\brefuse\(\{/g)].length;
      const leftOut = /(?:becomes (?:true|false)|is (?:never|always) so)(?: \(\d+\))?$/;
      const left = (byPath.get(path) ?? []).filter(({ name }) => leftOut.test(name));
      expect(left.length, path).toBeGreaterThanOrEqual(refusals);
    }
    expect(planted.length).toBeGreaterThan(1000);
  });

  it("have each a name of their own, and leave a source that can be read", () => {
    expect(new Set(planted.map(({ name }) => name)).size).toBe(planted.length);
    const broken = planted.filter((violation) => parseSync(violation.path, violation.text).errors.length > 0);
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  it("include those that are listed as changing nothing, each once and with its reason", () => {
    const names = new Set(planted.map(({ name }) => name));
    const listed = equivalents.flatMap((each) => each.planted);
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    expect(equivalents.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  it("are looked for by the test beside them first, then by the folder's, by all others, and by laws last", () => {
    const [own, folder, others, laws] = testsOf(checkoutFiles())("core/charges/quotes.ts");
    expect(own).toEqual(["core/charges/quotes.test.ts"]);
    expect(folder).toContain("core/charges/on-site.test.ts");
    expect(others).toContain("core/invoices/verify-invoice.test.ts");
    expect(others).not.toContain("core/access/can.test.ts");
    expect(laws).toContain("core/charges/charge-laws.test.ts");
  });
});

describe("the tests of a planted violation", () => {
  it("notice it when one of them fails, and not when one is only late", async () => {
    const test = "core/knowledge/article-lifecycle.test.ts";
    const ground = openGround(["test/support/temporal-equality.ts", test], 2);
    onTestFinished(() => ground.remove());
    const outcomes = async (...bodies: string[]) => {
      for (const [copy, body] of bodies.entries())
        ground.write(copy, test, `import { expect, it } from "vitest"; it("is tried", ${body});`);
      return ground.test(bodies.map((_, copy) => ({ copy, tests: [test] })));
    };
    const [right, wrong] = ["() => {}", "() => { expect(1).toBe(2); }"];
    const late = "async () => new Promise(() => {}), 50";
    expect(await outcomes(right, wrong)).toEqual(["passed", "failed"]);
    expect(await outcomes(late, wrong)).toBeNull();
    expect(await outcomes(late)).toEqual(["hung"]);
  });
});
