import { type JsonCursor, JsonFault, notJson } from "./fault.ts";
import type { JsonPath } from "./path.ts";
import { quote, scanName, scanString, scanWord, skipSpace, takes } from "./tokens.ts";

/** A cursor that tells of each field that an object has twice: `JSON.parse` silently keeps the last. */
export interface JsonScan extends JsonCursor {
  readonly onDuplicate: (path: JsonPath) => void;
}

/** More than any document of ours needs; without an end a file of brackets alone would exhaust the stack. */
const deepest = 16;
const mostFields = 1000;

const [brace, bracket] = [0x7b, 0x5b];

/**
 * Goes past one value, holding it against the grammar of JSON (RFC 8259) and making nothing of it. Throws a `JsonFault`
 * for what is not JSON, and for what nests deeper or has more fields than any document of ours.
 */
export function scanValue(scan: JsonScan): void {
  const byte = scan.bytes[scan.at];
  if (byte === quote) scanString(scan);
  else if (byte === brace) scanObject(scan, scanValue);
  else if (byte === bracket) scanArray(scan, scanValue);
  else scanWord(scan);
}

/** Goes past an object; `scanMember` goes past the value of each field. */
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

/** Goes past an array; `scanItem` goes past each item. */
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

/** Past the bracket that opens an object or an array. */
function enter(scan: JsonScan): void {
  if (scan.path.length >= deepest)
    throw new JsonFault(scan.path, `is nested more than ${deepest} deep; nothing known here is`);
  scan.at += 1;
}
