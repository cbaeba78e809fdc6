import { MIMEType } from "node:util";
import { isUtf8Charset } from "./utf8.ts";
import { isUtf8 } from "node:buffer";

/** The head of a part of a form: its header lines. */
export interface PartHead {
  readonly field: string;
  /** The name from the sender's machine, empty for a file field without a file; undefined for a text. */
  readonly fileName: string | undefined;
}

/** Header values by lower-case name, one character per byte. */
interface Headers {
  readonly "content-disposition"?: readonly string[];
  readonly "content-type"?: readonly string[];
}

/** A parameter of Content-Disposition. A quote ends its value only before another parameter or the end. */
const parameter =
  /;\s*([\w-]+\*?)\s*=\s*(?:"((?:[^"\\]|\\[^])*)"(?=\s*(?:;|$))|"([^]*?)"(?=\s*(?:;|$))|([^\s;"]*))\s*/gy;

/** Reads the head of a part; null when it is not a form's, or not in UTF-8. */
export function readPartHead(headers: Headers): PartHead | null {
  const { "content-disposition": dispositions = [], "content-type": types = [] } = headers;
  const [disposition = "", ...others] = dispositions;
  const [, rest] = /^form-data\s*(?=;|$)([^]*)$/i.exec(disposition) ?? [];
  const parameters = rest === undefined || others.length > 0 ? null : readParameters(rest);
  const field = parameters?.get("name");
  if (parameters === null || field === undefined) return null;
  const fileName = parameters.get("filename*") ?? parameters.get("filename");
  // The charset matters for texts only, not inside files.
  if (fileName === undefined && !types.every(isInUtf8)) return null;
  return { field, fileName };
}

/** The parameters with decoded values; null if one cannot be read. */
function readParameters(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  let end = 0;
  for (const [whole, name = "", quoted, loose, plain] of text.matchAll(parameter)) {
    end += whole.length;
    const key = name.toLowerCase();
    const value = key.endsWith("*")
      ? readExtended(quoted ?? plain ?? "")
      : fromBytes(unquote(quoted) ?? loose ?? plain ?? "");
    if (value === null || found.has(key)) return null;
    found.set(key, value);
  }
  return end === text.length ? found : null;
}

/** Browsers write quotes and line ends as %22, %0D and %0A. Other programs put a backslash before a quote. */
function unquote(quoted: string | undefined): string | undefined {
  return quoted?.replaceAll(/\\(["\\])/g, "$1");
}

function fromBytes(bytes: string): string | null {
  const buffer = Buffer.from(bytes, "latin1");
  if (!isUtf8(buffer)) return null;
  return buffer.toString().replaceAll(/%(22|0D|0A)/gi, decodeURIComponent);
}

/** A value by RFC 8187, such as UTF-8''a%20b.txt. */
function readExtended(text: string): string | null {
  const [, charset = null, value = ""] = /^([^']*)'[^']*'([\w!#$&+.^`|~%-]*)$/.exec(text) ?? [];
  if (charset === null || !isUtf8Charset(charset)) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function isInUtf8(type: string): boolean {
  try {
    return isUtf8Charset(new MIMEType(type).params.get("charset"));
  } catch {
    return false;
  }
}
