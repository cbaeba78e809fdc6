import { JsonFault, notJson } from "./fault.ts";
import { type JsonScan, scanValue } from "./scan.ts";
import { skipSpace } from "./tokens.ts";

/**
 * The value of a JSON text, as `JSON.parse` makes it, but of a text that means one thing only: a field that is given
 * twice, of which `JSON.parse` silently keeps the last, is a `JsonFault` like what is no JSON, nests deeper or has more
 * fields than anything of ours.
 */
export function parseJson(bytes: Buffer): unknown {
  const scan: JsonScan = {
    bytes,
    at: 0,
    path: [],
    onDuplicate: (path) => {
      throw new JsonFault(path, "is given twice");
    },
  };
  skipSpace(scan);
  scanValue(scan);
  skipSpace(scan);
  if (scan.at < bytes.length) throw notJson(scan, "nothing more");
  return JSON.parse(bytes.toString());
}
