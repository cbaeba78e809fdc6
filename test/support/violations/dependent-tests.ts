import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../../../server/root.ts";

/** The tests of vitest's project `core`. */
const isOfCore = /^(?:core|client)\/.*\.test\.ts$|^cli\/rate[^/]*\.test\.ts$/;

/**
 * The tests of core that import a file, directly or through others, in three groups: the one of its own name, those of
 * its folder, the rest. An early one mostly notices a violation.
 */
export function testsOf(files: readonly string[]): (path: string) => readonly (readonly string[])[] {
  const importers = importersIn(files);
  return (path) => {
    const found = new Set([path]);
    for (const each of found) for (const importer of importers.get(each) ?? []) found.add(importer);
    const byNearness = Map.groupBy(
      [...found].filter((each) => isOfCore.test(each)),
      (test) => nearness(test, path),
    );
    return [0, 1, 2].flatMap((near) => {
      const tests = byNearness.get(near);
      return tests === undefined ? [] : [tests];
    });
  };
}

function nearness(test: string, path: string): number {
  if (test === path.replace(/\.ts$/, ".test.ts")) return 0;
  return dirname(test) === dirname(path) ? 1 : 2;
}

function importersIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const imports = files
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(packageRoot, path), "utf8");
      const named = text.matchAll(/(?:from|import\() ?"(\.[^"]+)"/g);
      return [...named].map(([, target]) => ({ path, imported: join(dirname(path), target ?? "") }));
    });
  const byImported = Map.groupBy(imports, ({ imported }) => imported);
  return new Map([...byImported].map(([imported, importers]) => [imported, importers.map(({ path }) => path)]));
}
