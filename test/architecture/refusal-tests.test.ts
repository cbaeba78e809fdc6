import { describe, expect, it } from "vitest";
import { actionsIn, unnamedRefusals, untestedRefusals } from "./refusal-tests.ts";
import { parseSource, readSources } from "./source-file.ts";

const files = readSources();

/** Who calls an action counts on what its docstring says it refuses; a refusal that nobody tries is only a promise. */
describe("every refusal in the docstring of an action", () => {
  it("is read from the sources", () => {
    const actions = actionsIn(files);
    expect(actions.length).toBeGreaterThan(70);
    expect(actions.find(({ name }) => name === "withdrawAuthorisation")?.codes).toEqual([
      "not-found",
      "not-allowed",
      "authorisation-decided",
      "transition-refused",
    ]);
  });

  it("is named by a test that mentions the action", () => {
    expect(untestedRefusals(files)).toEqual([]);
  });

  it("stands there if the action makes it itself", () => {
    expect(unnamedRefusals(files)).toEqual([]);
  });
});

describe("the check of the refusals", () => {
  const parsed = (sources: Readonly<Record<string, string>>) =>
    Object.entries(sources).map(([path, text]) => parseSource(path, text));
  const action = `
    /** Sells. Refuses \`not-found\` (also
     * for others), and \`too-late\` after noon. Answers \`sold\`. */
    export async function sellIt() { return 1; }
    export function keep() { return 1; }
    /** Buys. Refuses as \`sellIt\` does. */
    export function buy() { return sellIt(); }`;
  const imports = 'import { sellIt as trade } from "./sell.ts";';
  const untestedIn = (test: string) =>
    untestedRefusals(parsed({ "server/shop/sell.ts": action, "server/shop/a.test.ts": test }));
  const both = ["server/shop/sell.ts sellIt: not-found", "server/shop/sell.ts sellIt: too-late"];

  it("finds what no test names", () => {
    expect(untestedIn("")).toEqual(both);
    expect(untestedIn(`${imports} it("sells", () => { expect(trade()).toBe("not-found"); });`)).toEqual(both.slice(1));
  });

  it("takes neither the code in another test, nor in one of another function, nor in a comment", () => {
    for (const elsewhere of [
      `${imports} it("sells", () => { trade(); /* "not-found" "too-late" */ }); it("does", () => { f("not-found"); });`,
      `${imports} beforeAll(() => { trade(); f("not-found", "too-late"); });`,
      `import { sellIt } from "./other.ts"; it("sells", () => { sellIt("not-found", "too-late"); });`,
      `${imports} it("sells", () => { f.trade("not-found"); f({ trade: "too-late" }); });`,
    ])
      expect(untestedIn(elsewhere)).toEqual(both);
  });

  it("follows the helpers of the test's file, and reads the tables of it.each", () => {
    const helpers = 'const run = () => trade(); function tell() { return run() + "not-found"; }';
    expect(untestedIn(`${imports} ${helpers} it.each(["too-late"])("refuses", () => { tell(); });`)).toEqual([]);
  });

  it("finds a refusal that the docstring leaves out", () => {
    const body = 'if (a) return refuse({ code: "not-found" }); return refuse({ hour: 13, code: "late" });';
    const source = `/** Sells. Refuses \`not-found\`. */ export function sellIt() { ${body} }`;
    expect(unnamedRefusals(parsed({ "server/shop/sell.ts": source }))).toEqual(["server/shop/sell.ts sellIt: late"]);
  });
});
