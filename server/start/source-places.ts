import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath } from "node:url";

/** A place in a file: its line and column. */
const place = /file:\/\/[^\s()]+\.js:\d+:\d+/g;
/** Kept for a minute, because errors come in storms. A map of the whole program takes 20 MB once it is read. */
const read = new Map<string, SourceMap | null>();
const keptMs = 60_000;

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
  const kept = read.get(file);
  if (kept !== undefined) return kept;
  const map = readMap(file);
  read.set(file, map);
  setTimeout(() => read.delete(file), keptMs).unref();
  return map;
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), "utf8")) as SourceMapPayload);
  } catch {
    // A package's file has none.
    return null;
  }
}
