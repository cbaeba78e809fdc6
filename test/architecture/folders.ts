import type { Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

/** A noun, a building block or a room that is not divided; a file in the room itself stands for itself. */
function folderOf(path: string): string {
  const [room = "", folder = ""] = path.split("/");
  return room === "client" || room === "cli" ? room : `${room}/${folder}`;
}

/** Every import between two folders, types included, by the folder it comes from and the one it goes to. */
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

/** Where the imports of a folder lead in the end. */
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

/** Also among building blocks, and over any number of folders: what leads back is named, each way of it. */
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
