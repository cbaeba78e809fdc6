/** Rare in a text: controls other than tab, line ends, form feed and escape (coloured logs). */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const control = /[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g;
/** In other bytes a tenth are controls. The log of a device or a terminal has a few. */
const mostControls = 0.05;
const alwaysFew = 3;
/** A page, also after an XML declaration or a comment. */
const page =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype\s+(?:html|svg)|html|head|body|script|svg|iframe|object)\b/i;

/**
 * Whether a file's first bytes are plain text: UTF-8, UTF-16 with its mark, or a code page of Windows. Some controls
 * are allowed.
 */
export function isPlainText(head: Buffer): boolean {
  const text = decoded(head);
  if (text.includes("\0")) return false;
  return (text.match(control)?.length ?? 0) <= Math.max(alwaysFew, text.length * mostControls);
}

/** Whether a file is a page or a drawing that a browser would run when opened from a disk. */
export function isPage(head: Buffer): boolean {
  return page.test(decoded(head));
}

function decoded(head: Buffer): string {
  const mark = head.toString("latin1", 0, 2);
  if (mark === "\u00ff\u00fe") return new TextDecoder("utf-16le").decode(head);
  if (mark === "\u00fe\u00ff") return new TextDecoder("utf-16be").decode(head);
  // Without a mark only ASCII matters here, and UTF-8 and the code pages share it.
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}
