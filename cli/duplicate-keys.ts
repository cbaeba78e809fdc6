import { pathOfField } from "./json-node.ts";

interface Level {
  readonly path: string;
  /** The names seen so far of an object; null in an array. */
  readonly names: Set<string> | null;
  /** The field or item we are at. */
  at: string;
  items: number;
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * The paths of fields that an object has twice. `JSON.parse` silently keeps the last, and an amount that depends on
 * that is an amount nobody meant. The text must be valid JSON already.
 */
export function duplicateKeys(json: string): readonly string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  let text = "";
  for (const [token] of json.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      const path = level === undefined ? "$" : level.at;
      levels.push({ path, names: token === "{" ? new Set() : null, at: `${path}[0]`, items: 0 });
    } else if (token === "}" || token === "]") {
      levels.pop();
    } else if (token === ":" && level !== undefined) {
      enterField(level, String(JSON.parse(text)), found);
    } else if (token === "," && level?.names === null) {
      level.items += 1;
      level.at = `${level.path}[${level.items}]`;
    }
    text = token;
  }
  return found;
}

function enterField(level: Level, name: string, found: string[]): void {
  level.at = pathOfField(level.path, name);
  if (level.names?.has(name) === true) found.push(level.at);
  level.names?.add(name);
}
