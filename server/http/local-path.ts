/** Whether a text is an address below our own root, and could not be read by any browser as one elsewhere (//host, /\host). */
export function isLocalPath(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers drop control characters, so that "/\t/host" would become "//host"
  if (!text.startsWith("/") || text.length > 2000 || /^\/[/\\]|[\\\u0000-\u0020]/.test(text)) return false;
  const nowhere = "http://kwartier.invalid";
  return URL.canParse(text, nowhere) && new URL(text, nowhere).origin === nowhere;
}
