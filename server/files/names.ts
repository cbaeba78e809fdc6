const longestBytes = 200;
/** Controls, direction marks, zero-width and other invisible characters, private ones and halves of characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const notInNames = /[<>:"|?*]/g;
const edges = /^[\s.]+|[\s.]+$/g;
const extension = /\.[a-z0-9]{1,10}$/i;
/** Names that Windows takes for devices, whatever follows their first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name a file goes by for people (R05): composed, visible, one line, without path, no longer than any disk can
 * hold, its extension kept. It is never part of a path of ours. Cleaning a clean name changes nothing.
 */
export function cleanFileName(name: string): string {
  const visible = name
    .toWellFormed()
    .replaceAll(/[\t\n\r]/g, " ")
    .replaceAll(invisible, "")
    .normalize("NFC");
  const last = visible.split(/[/\\]/).findLast((part) => part.replaceAll(edges, "") !== "") ?? "";
  const plain = last.replaceAll(notInNames, "_").replaceAll(/\s+/g, " ").replaceAll(edges, "");
  const named = plain === "" ? "file" : plain;
  return cut(device.test(named) ? `_${named}` : named);
}

/** The extension in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return extension.exec(name)?.[0].slice(1).toLowerCase() ?? "";
}

/** Content-Disposition for a download by RFC 6266: an ASCII name for old readers, the real one by RFC 8187. */
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
  return `${kept.replaceAll(edges, "")}${end}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
