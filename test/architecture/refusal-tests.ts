import { dirname, join } from "node:path/posix";
import { Visitor, type CallExpression, type Expression, type Span } from "oxc-parser";
import type { SourceFile } from "./source-file.ts";

/** An exported function of the server whose docstring names what it refuses. */
interface Action extends Span {
  readonly path: string;
  readonly name: string;
  readonly codes: readonly string[];
}

/** The actions of the server. A docstring names refusals by `Refuses` and codes in backquotes, in one sentence. */
export function actionsIn(files: readonly SourceFile[]): Action[] {
  return files.filter(isOfServer).flatMap((file) =>
    exportedFunctions(file).flatMap(({ name, start, end }) => {
      const codes = codesIn(docstringBefore(file, start));
      return codes.length === 0 ? [] : [{ path: file.path, name, codes, start, end }];
    }),
  );
}

/**
 * `path action: code` for each refusal that no test names. Only an `it` counts that mentions the action, itself or
 * through a helper of its file: another action's test of the same code proves nothing.
 */
export function untestedRefusals(files: readonly SourceFile[]): string[] {
  const actions = actionsIn(files);
  const paths = new Set(actions.map(({ path }) => path));
  const tests = files.filter(({ isTest, imports }) => isTest && imports.some(({ target }) => paths.has(target)));
  const tested = new Set(tests.flatMap(testedIn));
  return actions.flatMap(({ path, name, codes }) =>
    codes.map((code) => `${path} ${name}: ${code}`).filter((entry) => !tested.has(entry)),
  );
}

/** `path action: code` for each refusal that an action makes itself and its docstring does not name. */
export function unnamedRefusals(files: readonly SourceFile[]): string[] {
  const actions = actionsIn(files);
  return files.filter(isOfServer).flatMap((file) => {
    const refusals = refusedIn(file);
    return actions
      .filter(({ path }) => path === file.path)
      .flatMap(({ name, codes, ...span }) => {
        const unnamed = refusals.filter(({ code, ...at }) => isWithin(at, span) && !codes.includes(code));
        return unnamed.map(({ code }) => `${file.path} ${name}: ${code}`);
      });
  });
}

const isOfServer = ({ path, isTest }: SourceFile) => path.startsWith("server/") && !isTest;

const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

function codesIn(docstring: string): string[] {
  const sentences = docstring.match(/\bRefuses\b.*?(?:\.(?=\s+[A-Z]|\s*$)|$)/g) ?? [];
  const codes = sentences.flatMap((sentence) => [...sentence.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)]);
  return [...new Set(codes.map(([, code = ""]) => code))];
}

function docstringBefore(file: SourceFile, start: number): string {
  const comment = file.comments.find(
    ({ type, value, end }) =>
      type === "Block" && value.startsWith("*") && end <= start && /^\s*$/.test(file.text.slice(end, start)),
  );
  return (comment?.value ?? "").replaceAll(/\s*\n\s*\*\s?/g, " ");
}

interface Named extends Span {
  readonly name: string;
}

function exportedFunctions({ program }: SourceFile): Named[] {
  const found: Named[] = [];
  new Visitor({
    ExportNamedDeclaration({ declaration, start, end }) {
      if (declaration?.type === "FunctionDeclaration" && declaration.id !== null)
        found.push({ name: declaration.id.name, start, end });
    },
  }).visit(program);
  return found;
}

function refusedIn({ program }: SourceFile): (Span & { readonly code: string })[] {
  const found: (Span & { readonly code: string })[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [refusal], start, end }) {
      if (callee.type !== "Identifier" || callee.name !== "refuse" || refusal?.type !== "ObjectExpression") return;
      for (const property of refusal.properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier" || property.key.name !== "code")
          continue;
        if (property.value.type === "Literal") found.push({ code: String(property.value.value), start, end });
      }
    },
  }).visit(program);
  return found;
}

/** `path function: text` for each function that an `it` mentions with each of its strings. */
function testedIn(file: SourceFile): string[] {
  const { tests, names, texts, declared } = partsOf(file);
  const imported = importedNames(file);
  return tests.flatMap((test) => {
    const spans = withHelpers(test, names, declared);
    const isReached = (part: Span) => spans.some((span) => isWithin(part, span));
    const actions = new Set(names.filter(isReached).flatMap(({ name }) => imported.get(name) ?? []));
    return texts.filter(isReached).flatMap(({ name }) => [...actions].map((action) => `${action}: ${name}`));
  });
}

/** The test and everything that its file declares and the test mentions, directly or through another. */
function withHelpers(test: Span, names: readonly Named[], declared: readonly Named[]): Span[] {
  const spans: Span[] = [test];
  for (const span of spans) {
    const mentioned = new Set(names.filter((name) => isWithin(name, span)).map(({ name }) => name));
    spans.push(...declared.filter((helper) => mentioned.has(helper.name) && !spans.includes(helper)));
  }
  return spans;
}

interface Parts {
  readonly tests: Span[];
  readonly names: Named[];
  readonly texts: Named[];
  readonly declared: Named[];
}

function partsOf({ program }: SourceFile): Parts {
  const parts: Parts = { tests: [], names: [], texts: [], declared: [] };
  const keys = new Set<number>();
  new Visitor({
    CallExpression(node) {
      if (isTest(node)) parts.tests.push(node);
    },
    MemberExpression({ property, computed }) {
      if (!computed) keys.add(property.start);
    },
    Property({ key, computed, shorthand }) {
      if (!computed && !shorthand) keys.add(key.start);
    },
    Identifier({ name, start, end }) {
      if (!keys.has(start)) parts.names.push({ name, start, end });
    },
    Literal({ value, start, end }) {
      if (typeof value === "string") parts.texts.push({ name: value, start, end });
    },
    FunctionDeclaration({ id, start, end }) {
      if (id !== null) parts.declared.push({ name: id.name, start, end });
    },
    VariableDeclarator({ id, start, end }) {
      if (id.type === "Identifier") parts.declared.push({ name: id.name, start, end });
    },
  }).visit(program);
  return parts;
}

/** `it(...)`, and `it.each(...)(...)`, whose callee is itself a call. */
function isTest({ callee }: CallExpression): boolean {
  const called: Expression = callee.type === "CallExpression" ? callee.callee : callee;
  const root = called.type === "MemberExpression" ? called.object : called;
  return root.type === "Identifier" && root.name === "it";
}

/** The names that a test imports, each with the path and name of what it is. */
function importedNames({ program, path }: SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      const target = join(dirname(path), source.value);
      for (const one of specifiers) {
        if (one.type !== "ImportSpecifier" || one.imported.type !== "Identifier") continue;
        found.set(one.local.name, `${target} ${one.imported.name}`);
      }
    },
  }).visit(program);
  return found;
}
