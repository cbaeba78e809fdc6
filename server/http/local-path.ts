/**
 * Whether a text is an address below our own root that no browser reads as another site (//host, /\\host). Only ASCII,
 * because a Location header holds nothing else.
 */
export function isLocalPath(text: string): boolean {
  // Browsers drop control characters and read "/\t/host" as "//host". This range has none.
  if (!/^\/[\x21-\x7e]*$/.test(text) || text.length > 2000 || /^\/\/|\\/.test(text)) return false;
  const nowhere = "http://kwartier.invalid";
  if (!URL.canParse(text, nowhere)) return false;
  const { origin, pathname } = new URL(text, nowhere);
  // A path loses its dots: "/.//host" becomes "//host".
  return origin === nowhere && !pathname.startsWith("//");
}
