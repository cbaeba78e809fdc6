import { isUtf8 } from "node:buffer";
import { JsonFault } from "../json/fault.ts";
import { parseJson } from "../json/parse.ts";
import { pathText } from "../json/path.ts";
import { BadRequest } from "./bad-request.ts";
import { isStorable } from "./read-input.ts";
import { withoutMark } from "./utf8.ts";

/** The value of a body of the API. Its JSON must have one reading only, and it must be possible to store it. */
export function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new BadRequest("not-utf-8");
  const value = parseStrictly(withoutMark(bytes));
  if (!isAllStorable(value)) throw new BadRequest("not-storable");
  return value;
}

function parseStrictly(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new BadRequest("not-json", { detail: `${pathText(error.path)} ${error.message}` });
  }
}

/** Walks with a list of its own: its time grows with the size alone, however deep the nesting (R25). */
function isAllStorable(body: unknown): boolean {
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && !isStorable(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return false;
      left.push(inner);
    }
  }
  return true;
}
