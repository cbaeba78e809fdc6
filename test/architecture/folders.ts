import type { Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * The folder of a path: a noun, a building block, or a room without folders. A file in the room itself stands for
 * itself.
 */
function folderOf(path: string): string {
  const [room = "", folder = ""] = path.split("/");
  return room === "client" || room === "cli" ? room : `${room}/${folder}`;
}

/** Every import between two folders, types included, by its source and target. */
function arrowsOf(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const arrows = new Map<string, Map<string, string[]>>();
  for (const { path, imports } of files.filter(isProduct))
    for (const { target } of imports.filter(({ isRelative }) => isRelative)) {
      const [from, to] = [folderOf(path), folderOf(target)];
      if (from === to) continue;
      const ofFolder = arrows.getOrInsertComputed(from, () => new Map<string, string[]>());
      ofFolder.getOrInsertComputed(to, () => []).push(`${path}: imports ${target}`);
    }
  return arrows;
}

const isProduct = ({ path, isTest }: SourceFile) => !isTest && !path.includes("/testing/");

/** All folders that the imports of a folder reach. */
function reachedFrom(folder: string, arrows: ReadonlyMap<string, ReadonlyMap<string, unknown>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [folder];
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop())
    for (const next of arrows.get(one)?.keys() ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        ahead.push(next);
      }
  return reached;
}

/** Covers building blocks too, and circles over any number of folders. Names every import of a circle. */
export const foldersPointOneWay: Rule = {
  name: "no folder imports one that leads back to it",
  why: "Of two folders that import each other neither can be read, tested or changed alone: they are one, under two names.",
  check(files) {
    const arrows = arrowsOf(files);
    return [...arrows].flatMap(([from, targets]) =>
      [...targets].flatMap(([to, imports]) =>
        reachedFrom(to, arrows).has(from) ? imports.map((one) => `${one}, which leads back to ${from}`) : [],
      ),
    );
  },
};
