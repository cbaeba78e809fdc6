import { cleanLine } from "../../core/values/clean-text.ts";

const longestBytes = 200;
const nameless = "file";
const edges = /^[\s.]+|[\s.]+$/g;
const extension = /\.[a-z0-9]{1,10}$/i;
/** Names of devices on Windows, whatever follows their first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name of a file for people (R05): a clean line without a path, short enough for any disk, with its extension.
 * Quotes and the like stay, even those that some systems cannot store: the saving browser knows its own. It never
 * becomes part of a path of ours. Cleaning a clean name changes nothing.
 */
export function cleanFileName(name: string): string {
  const parts = cleanLine(name.toWellFormed()).split(/[/\\]/);
  const last = parts.map(cleanLine).findLast((part) => part.replaceAll(edges, "") !== "") ?? "";
  const plain = cleanLine(last.replaceAll(/\s+/g, " ").replaceAll(edges, ""));
  const named = plain || nameless;
  return cut(device.test(named) ? `_${named}` : named);
}

/** The extension in lower case without its dot; empty for none. */
export function extensionOf(name: string): string {
  return extension.exec(name)?.[0].slice(1).toLowerCase() ?? "";
}

/** The Content-Disposition of a download by RFC 6266: an ASCII name for old readers, the real one by RFC 8187. */
export function contentDisposition(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean.replaceAll(/[^\x20-\x7e]/g, "_").replaceAll(/["\\%;]/g, "_");
  const encoded = encodeURIComponent(clean).replaceAll(/['()*!]/g, percentEncoded);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= longestBytes) return name;
  const end = extension.exec(name)?.[0] ?? "";
  let kept = "";
  let bytes = Buffer.byteLength(end);
  for (const character of name.slice(0, name.length - end.length)) {
    bytes += Buffer.byteLength(character);
    if (bytes > longestBytes) break;
    kept += character;
  }
  return `${cleanLine(kept).replaceAll(edges, "") || nameless}${end}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
