import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../server/root.ts";
import { exceptions } from "./exceptions.ts";
import { planted } from "./planted.ts";
import { rulesWith } from "./rules.ts";
import { parseSource, readSources, rooms } from "./source-file.ts";

const files = readSources();
const rules = rulesWith(exceptions);

describe("the sources", () => {
  it("are all read: as many as a walk through the folders finds", () => {
    const found = rooms.flatMap((room) => readdirSync(join(packageRoot, room), { recursive: true, encoding: "utf8" }));
    expect(files.length).toBeGreaterThan(100);
    expect(files).toHaveLength(found.filter((path) => /\.(?:tsx?|css)$/.test(path)).length);
  });

  it.each(rules)("keep the rule: $name", (rule) => {
    expect(rule.check(files), `${rule.name}\nWhy: ${rule.why}\n`).toEqual([]);
  });
});

describe("the rules", () => {
  it("each have a planted violation", () => {
    expect(planted.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules.map(({ name }) => name)));
  });

  it.each(planted)("catch it: $what", ({ rule, sources, violations }) => {
    const parsed = Object.entries(sources).map(([path, text]) => parseSource(path, text));
    const found = rules.find(({ name }) => name === rule)?.check(parsed);
    expect(found?.map((line) => line.split(":")[0])).toEqual(violations);
  });

  it("except only what is needed, a type, and for a reason", () => {
    const strict = rulesWith([]).flatMap((rule) => rule.check(files));
    for (const { from, to, reason } of exceptions) {
      expect(strict.some((line) => line.startsWith(`${from}:`) && line.endsWith(to))).toBe(true);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
