import { JsonFault, notJson } from "../server/json/fault.ts";
import { giveLess, longestPart, mostItems } from "./json-limits.ts";
import { type JsonScan, scanArray, scanObject, scanValue } from "../server/json/scan.ts";
import { skipSpace } from "../server/json/tokens.ts";
import type { Problems } from "./problems.ts";
import { parsePart, UnreadItems } from "./unread-items.ts";

/**
 * The value of a JSON text, like `JSON.parse`, but with long arrays of the outermost object as `UnreadItems`. It first
 * checks the whole text against the grammar and our limits, and then makes values one item at a time. Undefined, with a
 * problem, for a text that is not JSON or too large. A repeated field is a problem too. Null for a value that is no
 * object.
 */
export function parseDocument(bytes: Buffer, problems: Problems): { readonly value: unknown } | undefined {
  const onDuplicate: JsonScan["onDuplicate"] = (path) => problems.add(path, "is given twice");
  const scan: JsonScan = { bytes, at: 0, path: [], onDuplicate };
  try {
    skipSpace(scan);
    const value = readRoot(scan);
    skipSpace(scan);
    if (scan.at < bytes.length) throw notJson(scan, "nothing more");
    return { value };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    problems.add(error.path, error.message);
    return undefined;
  }
}

function readRoot(scan: JsonScan): unknown {
  if (scan.bytes[scan.at] !== 0x7b) return passOther(scan);
  const fields = new Map<string, unknown>();
  scanObject(scan, (at, name) => fields.set(name, readField(at)));
  return Object.fromEntries(fields);
}

/** A value that is no object is wrong, whatever it holds. */
function passOther(scan: JsonScan): null {
  scanValue(scan);
  return null;
}

function readField(scan: JsonScan): unknown {
  if (scan.bytes[scan.at] !== 0x5b) return readPart(scan);
  const start = scan.at;
  const bounds: number[] = [];
  scanArray(scan, (at) => {
    if (bounds.length === 2 * mostItems)
      throw new JsonFault(scan.path.slice(0, -1), `has more than ${mostItems} items; ${giveLess}`);
    bounds.push(at.at);
    passPart(at);
    bounds.push(at.at);
  });
  const isLong = scan.at - start > longestPart;
  return isLong ? new UnreadItems(scan.bytes, bounds) : parsePart(scan.bytes, start, scan.at);
}

function readPart(scan: JsonScan): unknown {
  const start = scan.at;
  passPart(scan);
  return parsePart(scan.bytes, start, scan.at);
}

function passPart(scan: JsonScan): void {
  const start = scan.at;
  scanValue(scan);
  if (scan.at - start > longestPart)
    throw new JsonFault(scan.path, `is longer than ${longestPart} bytes; nothing known here is`);
}
