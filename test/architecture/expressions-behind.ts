import { Visitor, type Argument, type Expression } from "oxc-parser";
import { dirname, join, normalize } from "node:path/posix";
import type { SourceFile } from "./source-file.ts";

interface Declarations {
  /** Of a constant its value, of a function what it returns. */
  readonly values: ReadonlyMap<string, readonly Expression[]>;
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

/** Finds what a name stands for, in its own file or in the one that it is imported from. */
export type Reader = (file: SourceFile, name: string) => readonly Found[] | undefined;

export interface Found {
  readonly file: SourceFile;
  readonly value: Expression | Argument;
}

export function readerOf(files: readonly SourceFile[]): Reader {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Map<SourceFile, Declarations>();
  const find: Reader = (file, name) => {
    const { values, imports } = known.getOrInsertComputed(file, declarationsIn);
    const imported = imports.get(name);
    const from = imported === undefined ? undefined : byPath.get(imported.path);
    if (imported !== undefined && from !== undefined) return find(from, imported.name);
    return values.get(name)?.map((value) => ({ file, value }));
  };
  return find;
}

/**
 * The expressions one of which is the value of another: the branches of a choice, the entries of a table, what a
 * function of ours returns. `classNames` has all of its arguments.
 */
export function expressionsBehind(reader: Reader, file: SourceFile, value: Expression | Argument): Found[] {
  const parts = partsOf(reader, { file, value });
  if (parts === undefined) return [{ file, value }];
  return parts.flatMap((part) => expressionsBehind(reader, part.file, part.value));
}

function partsOf(reader: Reader, { file, value }: Found): readonly Found[] | undefined {
  const here = (...values: (Expression | Argument)[]) => values.map((one) => ({ file, value: one }));
  switch (value.type) {
    case "ConditionalExpression":
      return here(value.consequent, value.alternate);
    case "LogicalExpression":
      return value.operator === "&&" ? here(value.right) : here(value.left, value.right);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return here(value.expression);
    case "ObjectExpression":
      return here(...value.properties.map((one) => (one.type === "Property" ? one.value : one.argument)));
    case "Identifier":
      return reader(file, value.name);
    case "MemberExpression":
      return value.computed && value.object.type === "Identifier" ? reader(file, value.object.name) : undefined;
    case "CallExpression":
      if (value.callee.type !== "Identifier") return undefined;
      return value.callee.name === "classNames" ? here(...value.arguments) : reader(file, value.callee.name);
    default:
      return undefined;
  }
}

function declarationsIn({ path, program }: SourceFile): Declarations {
  const values = new Map<string, Expression[]>();
  const imports = new Map<string, { path: string; name: string }>();
  const functions: Expression[][] = [];
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      for (const one of specifiers) {
        if (one.type !== "ImportSpecifier" || one.imported.type !== "Identifier") continue;
        const from = normalize(join(dirname(path), source.value));
        imports.set(one.local.name, { path: from, name: one.imported.name });
      }
    },
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && init !== null) values.getOrInsertComputed(id.name, () => []).push(init);
    },
    FunctionDeclaration({ id }) {
      functions.push(id === null ? [] : values.getOrInsertComputed(id.name, () => []));
    },
    "FunctionDeclaration:exit"() {
      functions.pop();
    },
    ReturnStatement({ argument }) {
      if (argument !== null) functions.at(-1)?.push(argument);
    },
  }).visit(program);
  return { values, imports };
}
