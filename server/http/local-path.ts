/**
 * Whether a text is an address below our own root, and could not be read by any browser as one elsewhere (//host,
 * /\\host). Written in ASCII as addresses are: a Location header holds nothing else.
 */
export function isLocalPath(text: string): boolean {
  // Browsers drop control characters, so that "/\t/host" would become "//host"; none of them is in this range.
  if (!/^\/[\x21-\x7e]*$/.test(text) || text.length > 2000 || /^\/\/|\\/.test(text)) return false;
  const nowhere = "http://kwartier.invalid";
  if (!URL.canParse(text, nowhere)) return false;
  const { origin, pathname } = new URL(text, nowhere);
  // Dots are taken out of a path: "/.//host" is the path "//host".
  return origin === nowhere && !pathname.startsWith("//");
}
