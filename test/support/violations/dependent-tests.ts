import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../../../server/root.ts";

/** The tests of vitest's project `core`. */
const isOfCore = /^(?:core|client)\/.*\.test\.ts$|^cli\/rate[^/]*\.test\.ts$/;

/**
 * The tests of core that import a file, directly or through others, in groups: the one of its own name, those of its
 * folder, the rest, and last those that try hundreds of examples. An early one mostly notices a violation.
 */
export function testsOf(files: readonly string[]): (path: string) => readonly (readonly string[])[] {
  const texts = new Map(
    files.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, readFileSync(join(packageRoot, path), "utf8")]),
  );
  const importers = importersIn(texts);
  const rank = (test: string, path: string) => {
    if (test === path.replace(/\.ts$/, ".test.ts")) return 0;
    if (texts.get(test)?.includes('from "fast-check"') === true) return 3;
    return dirname(test) === dirname(path) ? 1 : 2;
  };
  return (path) => {
    const found = new Set([path]);
    for (const each of found) for (const importer of importers.get(each) ?? []) found.add(importer);
    const tests = [...found].filter((each) => isOfCore.test(each));
    const byRank = Map.groupBy(tests, (test) => rank(test, path));
    return [...byRank].toSorted(([a], [b]) => a - b).map(([, group]) => group);
  };
}

function importersIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const imports = [...texts].flatMap(([path, text]) => {
    const named = text.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g);
    return [...named].map(([, target]) => ({ path, imported: join(dirname(path), target ?? "") }));
  });
  const byImported = Map.groupBy(imports, ({ imported }) => imported);
  return new Map([...byImported].map(([imported, importers]) => [imported, importers.map(({ path }) => path)]));
}
