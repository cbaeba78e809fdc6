import { JsonFault, notJson } from "./fault.ts";
import { type JsonScan, scanValue } from "./scan.ts";
import { skipSpace } from "./tokens.ts";

/**
 * The value of a JSON text, like `JSON.parse`, but only for a text with one meaning. `JSON.parse` silently keeps the
 * last of two equal fields; here they are a `JsonFault`. So are text that is not JSON, too deep nesting and too many
 * fields.
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
