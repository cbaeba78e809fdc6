import { Visitor, type Argument, type Expression } from "oxc-parser";
import { expressionsBehind, readerOf } from "./expressions-behind.ts";
import type { Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

export const classNamesAreWhole: Rule = {
  name: "class names are written in full",
  why: "A name that is put together when the page is made is found by no search, and nobody knows whether its rule is still needed.",
  check: (files) =>
    classesOf(files).flatMap(({ path, unreadable }) =>
      unreadable.map((text) => `${path}: puts a class name together: ${text}`),
    ),
};

/** The classes that a library gives to its own elements. */
const ofLibraries = new Set(["turbo-progress-bar"]);

export const classesHaveRules: Rule = {
  name: "every class of a page has a rule in the styles, and every rule a page",
  why: "A class without a rule changes nothing, and a rule without a class is read and kept for nobody.",
  check(files) {
    const styles = files.filter(({ path }) => path.endsWith(".css"));
    const ruled = styles.map(({ path, text }) => ({ path, names: selectedIn(text) }));
    const given = classesOf(files);
    const missing = given.flatMap(({ path, names }) =>
      [...names.difference(allOf(ruled))].map((name) => `${path}: no rule names .${name}`),
    );
    const unused = ruled.flatMap(({ path, names }) =>
      [...names.difference(allOf(given).union(ofLibraries))].map((name) => `${path}: no page has the class .${name}`),
    );
    return [...missing, ...unused];
  },
};

interface Named {
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

function allOf(named: readonly Named[]): Set<string> {
  return new Set(named.flatMap(({ names }) => [...names]));
}

/** The classes in the selectors of a stylesheet. A selector is the text before a brace, unless it begins with @. */
function selectedIn(css: string): Set<string> {
  const bare = css.replaceAll(/\/\*.*?\*\/|"[^"]*"/gs, "");
  const selectors = [...bare.matchAll(/([^{};]+)\{/g)].map(([, before = ""]) => before.trim());
  const named = selectors.filter((selector) => !selector.startsWith("@")).join(" ");
  return new Set([...named.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name));
}

interface Given extends Named {
  /** The expressions whose class names stand nowhere in full. */
  readonly unreadable: readonly string[];
}

/** The classes that each file gives to elements. */
function classesOf(files: readonly SourceFile[]): Given[] {
  const reader = readerOf(files);
  return files
    .filter(({ isTest }) => !isTest)
    .map((file) => {
      const values = classValuesIn(file).flatMap((value) => expressionsBehind(reader, file, value));
      const texts = values.flatMap(({ value }) => textOf(value) ?? []);
      const unreadable = values.filter(({ value }) => textOf(value) === undefined && !isNoName(value));
      return {
        path: file.path,
        names: new Set(texts.flatMap((text) => text.split(" ")).filter(Boolean)),
        unreadable: unreadable.map(({ file: { text }, value }) => text.slice(value.start, value.end)),
      };
    });
}

/** The values of `class`, as an attribute or a property, and in the browser of `className` and `classList`. */
function classValuesIn(file: SourceFile): (Expression | Argument)[] {
  const values: (Expression | Argument)[] = [];
  new Visitor({
    JSXAttribute({ name, value }) {
      if (name.type !== "JSXIdentifier" || name.name !== "class") return;
      if (value?.type === "Literal") values.push(value);
      const inBraces = value?.type === "JSXExpressionContainer" ? value.expression : null;
      if (inBraces !== null && inBraces.type !== "JSXEmptyExpression") values.push(inBraces);
    },
    ObjectExpression({ properties }) {
      for (const one of properties)
        if (one.type === "Property" && one.key.type === "Identifier" && one.key.name === "class")
          values.push(one.value);
    },
    AssignmentExpression({ left, right }) {
      if (left.type === "MemberExpression" && isNamed(left.property, "className")) values.push(right);
    },
    CallExpression({ callee, arguments: given }) {
      const list = callee.type === "MemberExpression" ? callee.object : null;
      if (list?.type === "MemberExpression" && isNamed(list.property, "classList")) values.push(...given);
    },
  }).visit(file.program);
  return values;
}

function textOf(value: Expression | Argument): string | undefined {
  return value.type === "Literal" && typeof value.value === "string" ? value.value : undefined;
}

/** No class, or the `class` of a component's props, which stands in full where the component is used. */
function isNoName(value: Expression | Argument): boolean {
  if (isNamed(value, "undefined")) return true;
  return value.type === "MemberExpression" && isNamed(value.object, "props") && isNamed(value.property, "class");
}

function isNamed(node: { readonly type: string; readonly name?: unknown }, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}
