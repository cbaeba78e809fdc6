import { Visitor } from "oxc-parser";
import { ruleOfEachFile, type Rule } from "./rule.ts";

const isOfCore = (path: string) => path.startsWith("core/");

export const coreStandsAlone: Rule = ruleOfEachFile(
  "core imports nothing of npm or of Node",
  "The rules of the contract must read and run the same in ten years: only our own code and the language may change them.",
  (file) => {
    if (!isOfCore(file.path) || file.isTest) return [];
    return file.imports.filter((one) => !one.isRelative).map((one) => `may not import ${one.target}`);
  },
);

/** The names through which code reads the clock, chance or the outside world. */
const impure = new Set(
  "Date process fetch setTimeout setInterval setImmediate console performance crypto globalThis require Worker".split(
    " ",
  ),
);
const impureMembers = new Set(["Math.random", "Temporal.Now"]);

export const coreIsPure: Rule = ruleOfEachFile(
  "core has no clock, no chance and no I/O",
  "The same month must give the same invoice whenever it is computed: now is an argument, and what comes from outside is passed in.",
  (file) => {
    if (!isOfCore(file.path) || file.isTest) return [];
    const found: string[] = [];
    const properties = new Set<number>();
    new Visitor({
      // A property with one of these names ({ process: ... }, entry.process) is our own.
      MemberExpression(node) {
        if (node.object.type === "Identifier" && node.property.type === "Identifier") {
          const name = `${node.object.name}.${node.property.name}`;
          if (impureMembers.has(name)) found.push(name);
        }
        if (!node.computed) properties.add(node.property.start);
      },
      Property(node) {
        if (!node.computed && !node.shorthand) properties.add(node.key.start);
      },
      TSPropertySignature(node) {
        properties.add(node.key.start);
      },
      Identifier(node) {
        if (impure.has(node.name) && !properties.has(node.start)) found.push(node.name);
      },
    }).visit(file.program);
    return [...new Set(found)].map((name) => `may not use ${name}`);
  },
);
