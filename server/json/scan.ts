import { type JsonCursor, JsonFault, notJson } from "./fault.ts";
import type { JsonPath } from "./path.ts";
import { quote, scanName, scanString, scanWord, skipSpace, takes } from "./tokens.ts";

/** A cursor that reports each repeated field of an object. `JSON.parse` silently keeps the last. */
export interface JsonScan extends JsonCursor {
  readonly onDuplicate: (path: JsonPath) => void;
}

/** More than any document of ours needs. Without a limit a file of brackets alone would exhaust the stack. */
const deepest = 16;
const mostFields = 1000;

const [brace, bracket] = [0x7b, 0x5b];

/**
 * Passes over one value and checks it against the grammar of JSON (RFC 8259), without building it. Throws a `JsonFault`
 * for text that is not JSON, too deep nesting and too many fields.
 */
export function scanValue(scan: JsonScan): void {
  const byte = scan.bytes[scan.at];
  if (byte === quote) scanString(scan);
  else if (byte === brace) scanObject(scan, scanValue);
  else if (byte === bracket) scanArray(scan, scanValue);
  else scanWord(scan);
}

/** Passes over an object; `scanMember` passes over the value of each field. */
export function scanObject(scan: JsonScan, scanMember: (scan: JsonScan, name: string) => void): void {
  enter(scan);
  if (takes(scan, "}")) return;
  const names = new Set<string>();
  do {
    skipSpace(scan);
    const name = scanName(scan);
    if (!takes(scan, ":")) throw notJson(scan, '":"');
    skipSpace(scan);
    if (names.size === mostFields)
      throw new JsonFault(scan.path, `has more than ${mostFields} fields; nothing known here has`);
    scan.path.push(name);
    if (names.has(name)) scan.onDuplicate(scan.path);
    names.add(name);
    scanMember(scan, name);
    scan.path.pop();
  } while (takes(scan, ","));
  if (!takes(scan, "}")) throw notJson(scan, '"," or "}"');
}

/** Passes over an array; `scanItem` passes over each item. */
export function scanArray(scan: JsonScan, scanItem: (scan: JsonScan) => void): void {
  enter(scan);
  if (takes(scan, "]")) return;
  let index = 0;
  do {
    skipSpace(scan);
    scan.path.push(index++);
    scanItem(scan);
    scan.path.pop();
  } while (takes(scan, ","));
  if (!takes(scan, "]")) throw notJson(scan, '"," or "]"');
}

/** Passes over the opening bracket of an object or an array. */
function enter(scan: JsonScan): void {
  if (scan.path.length >= deepest)
    throw new JsonFault(scan.path, `is nested more than ${deepest} deep; nothing known here is`);
  scan.at += 1;
}
