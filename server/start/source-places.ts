import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/** A place in a file: its line and column. */
const place = /file:\/\/[^\s()]+\.js:\d+:\d+/g;
/** Given back with the next collection: a map of the whole program takes 20 MB once it is read. */
const read = new Map<string, WeakRef<SourceMap>>();

/**
 * A stack with the places in our sources instead of those in the built files. Node would do the same for every stack
 * that a library only looks at, and would keep the maps for good.
 */
export function withSourcePlaces(stack: string): string {
  return stack.replaceAll(place, (built) => {
    const [, file = "", line = "", column = ""] = /^(.*):(\d+):(\d+)$/.exec(built) ?? [];
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !("fileName" in origin)) return built;
    return `${fileURLToPath(new URL(origin.fileName, file))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const kept = read.get(file)?.deref();
  if (kept !== undefined) return kept;
  try {
    const map = new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), "utf8")) as SourceMapPayload);
    read.set(file, new WeakRef(map));
    return map;
  } catch {
    // A package's file has none.
    return null;
  }
}
