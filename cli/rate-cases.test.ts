import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rateOnText } from "./rate-on-text.ts";

const copies = join(import.meta.dirname, "../test/cases");
/** The original cases, if they are checked out beside the project. */
const originals = join(import.meta.dirname, "../../shared/cases");

const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".json"));
const folders = [copies, originals].filter((folder) => existsSync(folder));

interface Case {
  readonly why: string;
  readonly input: unknown;
  readonly expected: unknown;
}

describe("the cases of the contract's arithmetic", () => {
  it("are there", () => {
    expect(filesIn(copies).length).toBeGreaterThan(0);
  });

  // The originals are read if they are beside the checkout. A copy that differs from them would prove nothing.
  it("are the same in every folder they are read from", () => {
    const contents = (folder: string) =>
      filesIn(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
    for (const folder of folders) expect(contents(folder)).toEqual(contents(copies));
  });

  for (const path of folders.flatMap((folder) => filesIn(folder).map((name) => join(folder, name)))) {
    const { why, input, expected } = JSON.parse(readFileSync(path, "utf8")) as Case;
    it(`${path.split("/").slice(-3).join("/")}: ${why}`, async () => {
      const { code, stdout, stderr } = await rateOnText(JSON.stringify(input));
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(JSON.parse(stdout)).toEqual(expected);
    });
  }
});
