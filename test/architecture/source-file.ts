import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { parseSync, Visitor, type Comment, type Program } from "oxc-parser";
import { packageRoot } from "../../server/root.ts";

/** One import, re-export or import() of a file. */
export interface Import {
  /** A path from the root ("core/values/money.ts"), or the name of a package or of a part of Node. */
  readonly target: string;
  readonly isRelative: boolean;
  /** It vanishes when compiled: it connects the types, not the running code. */
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
}

export const rooms = ["core", "server", "client", "cli"];

/** Reads and parses every source of the rooms, stylesheets included. */
export function readSources(): SourceFile[] {
  const paths = rooms.flatMap((room) => globSync(`${room}/**/*.{ts,tsx,css}`, { cwd: packageRoot }));
  return paths.toSorted().map((path) => parseSource(path, readFileSync(join(packageRoot, path), "utf8")));
}

/**
 * Parses one source; a stylesheet has an empty program. Throws for a text that does not parse, so that every file is
 * checked.
 */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = path.endsWith(".css") ? parseSync("none.ts", "") : parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, text, isTest: /\.test\.tsx?$/.test(path), program, comments, imports: importsOf(path, program) };
}

function importsOf(path: string, program: Program): Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) => {
    const isRelative = specifier.startsWith(".");
    imports.push({
      target: isRelative ? normalize(join(dirname(path), specifier)) : specifier,
      isRelative,
      isTypeOnly,
    });
  };
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers.map((one) => one.type === "ImportSpecifier" && one.importKind === "type");
      add(node.source.value, node.importKind === "type" || (named.length > 0 && named.every(Boolean)));
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node.source.value, node.exportKind === "type");
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.exportKind === "type");
    },
    ImportExpression(node) {
      if (node.source.type === "Literal") add(String(node.source.value), false);
    },
    TSImportType(node) {
      add(node.source.value, true);
    },
  }).visit(program);
  return imports;
}
