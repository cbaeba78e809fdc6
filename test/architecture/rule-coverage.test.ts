import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../server/root.ts";
import { contractRules, uncoveredRules } from "./rule-coverage.ts";
import { parseSource, readSources } from "./source-file.ts";

const files = readSources();
const rules = contractRules(readFileSync(join(packageRoot, "docs/rules.md"), "utf8"));

/** The contract is executed rule by rule. A rule without code or without a test is only a promise. */
describe("every rule of the contract", () => {
  it("is in the list, from P1 to CE8", () => {
    expect(rules).toHaveLength(39);
    expect(rules).toEqual(expect.arrayContaining(["P1", "B4", "K5", "M5", "T6", "S2", "A3", "D3", "CE1", "CE8"]));
  });

  it("is said to be implemented by a file of core, and named by a test", () => {
    expect(uncoveredRules(rules, files)).toEqual([]);
  });
});

describe("the check of the rules", () => {
  const uncovered = (sources: Readonly<Record<string, string>>) =>
    uncoveredRules(
      ["T1", "T2", "CE4"],
      Object.entries(sources).map(([path, text]) => parseSource(path, text)),
    );

  it("finds a rule without code, and one without a test", () => {
    const found = uncovered({
      "core/a.ts": "/** Source: contract T1. */\nexport const rule = 'CE4'; // T2 in code only",
      "core/a.test.ts": "// T1\ndescribe('the start fee (T1)', () => { it('is rounded (CE4)', () => {}); });",
      "server/b.ts": "// CE4",
    });
    expect(found).toEqual(["T2: no test of core or the server has it in its name"]);
    const text = "export const clauses = [{ rule: 'T1' }, { rule: 'T2' }, { rule: 'CE4' }];";
    const tests = "it('says T1, T2 and CE4', () => {});";
    const unimplemented = ["T1", "T2", "CE4"].map((id) => `${id}: no file of core says that it implements it`);
    for (const path of ["core/contracts/clauses-rates.ts", "core/a/naive-a.ts", "core/a/a-examples.ts"])
      expect(uncovered({ [path]: text, "core/a.test.ts": tests })).toEqual(unimplemented);
  });

  it("takes no comment of a test, no other call and no other room for a test's name", () => {
    const code = { "core/a.ts": "/** Source: contract T1, T2, CE4. */" };
    expect(
      uncovered({
        ...code,
        "core/a.test.ts": "// T1\nexpect('T2').toBe('CE4'); it('does', () => { tell('T1'); });",
        "client/a.test.ts": "it('T1 T2 CE4', () => {});",
      }),
    ).toHaveLength(3);
  });

  it("reads ranges, the older way to name what is exact, and tests for each of several", () => {
    const code = { "core/a.ts": '/** Source: contract T1-T3, "Charges, exactly" 3 to 5. */' };
    const tests = "it.each([1])('is of %s (T1)', () => {}); it(`T2 ${name}`, () => {}); describe('CE4', () => {});";
    expect(uncovered({ ...code, "server/a.test.tsx": tests })).toEqual([]);
  });
});
