/** What no text has: controls other than tab, line ends, form feed and escape (coloured logs). */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const binary = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
/** A page or a drawing under the name of a text, also behind an XML declaration or a comment. */
const page =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype\s+(?:html|svg)|html|head|body|script|svg|iframe|object)\b/i;

/** Whether the first bytes of a file are plain text (UTF-8, UTF-16 with its mark, or a Windows code page), not a page. */
export function looksLikeText(head: Buffer): boolean {
  const text = decoded(head);
  return !binary.test(text) && !page.test(text);
}

function decoded(head: Buffer): string {
  const mark = head.toString("latin1", 0, 2);
  if (mark === "\u00ff\u00fe") return new TextDecoder("utf-16le").decode(head);
  if (mark === "\u00fe\u00ff") return new TextDecoder("utf-16be").decode(head);
  // Without a mark only ASCII matters here, and that is the same in UTF-8 and the code pages.
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}
