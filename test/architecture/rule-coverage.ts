import { Visitor, type Argument, type CallExpression, type Expression } from "oxc-parser";
import type { SourceFile } from "./source-file.ts";

/** The ids of the contract's rules, read from the tables of docs/rules.md up to those of the house. */
export function contractRules(document: string): string[] {
  const [contract = ""] = document.split("## The house");
  return [...contract.matchAll(/^\| ([A-Z]{1,2}\d) \|/gm)].map(([, id]) => id ?? "");
}

/** The rules without a file of core that implements them, or without a test named after them. */
export function uncoveredRules(ids: readonly string[], files: readonly SourceFile[]): string[] {
  const ofCore = files.filter(({ path, isTest }) => path.startsWith("core/") && !isTest && doesSomething(path));
  const tests = files.filter((file) => /^(?:core|server)\//.test(file.path) && file.isTest);
  const implemented = new Set(ofCore.flatMap(citedIn));
  const tested = new Set(tests.flatMap((file) => namesOfTests(file).flatMap(idsIn)));
  return ids.flatMap((id) => [
    ...(implemented.has(id) ? [] : [`${id}: no file of core says that it implements it`]),
    ...(tested.has(id) ? [] : [`${id}: no test of core or the server has it in its name`]),
  ]);
}

/** The contract's text has a clause for every rule, and test helpers cite many rules; neither executes one. */
function doesSomething(path: string): boolean {
  return !path.startsWith("core/contracts/clause") && !/\/naive-[\w-]+\.ts$|-examples\.ts$/.test(path);
}

/** The rules in a file's comments and in its data, such as reasons and clauses. */
function citedIn(file: SourceFile): string[] {
  const cited = file.comments.flatMap((comment) => idsIn(comment.value));
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string" && wholeId.test(node.value)) cited.push(node.value);
    },
  }).visit(file.program);
  return cited;
}

const wholeId = /^(?:[PBKMTSAD]|CE)\d$/;

/** `T2`, `T4-T6` and `"Charges, exactly" 4 and 5` name rules; a range names all of its rules. */
function idsIn(text: string): string[] {
  const ids = [...text.matchAll(/\b([PBKMTSAD]|CE)(\d)(?:(?:-| to )\1(\d))?\b/g)].flatMap(([, letters, from, to]) =>
    range(Number(from), Number(to ?? from)).map((number) => `${letters}${number}`),
  );
  const exactly = [...text.matchAll(/Charges, exactly"?[\s*]+(\d(?:(?:-|,? to |, |,? and )\d)*)/g)];
  return [...ids, ...exactly.flatMap(([, numbers = ""]) => numbersIn(numbers).map((number) => `CE${number}`))];
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d)(?:(?:-|,? to )(\d))?/g)].flatMap(([, from, to]) =>
    range(Number(from), Number(to ?? from)),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The names of every `it` and `describe`, including `each`. */
function namesOfTests(file: SourceFile): string[] {
  const names: string[] = [];
  new Visitor({
    CallExpression(node) {
      if (isTest(node)) names.push(...node.arguments.slice(0, 1).map(textOf));
    },
  }).visit(file.program);
  return names;
}

/** `it(...)`, and `it.each(...)(...)`, whose callee is itself a call. */
function isTest({ callee }: CallExpression): boolean {
  const called: Expression = callee.type === "CallExpression" ? callee.callee : callee;
  const root = called.type === "MemberExpression" ? called.object : called;
  return root.type === "Identifier" && ["it", "describe", "test"].includes(root.name);
}

function textOf(argument: Argument): string {
  if (argument.type === "Literal" && typeof argument.value === "string") return argument.value;
  return argument.type === "TemplateLiteral" ? argument.quasis.map(({ value }) => value.raw).join(" ") : "";
}
