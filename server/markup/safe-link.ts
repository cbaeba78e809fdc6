const openProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The one link builder (R07). Answers an address that is safe to put in an href, or null. Relative addresses of our own
 * pass; of absolute ones only http, https, mailto and tel, so that javascript:, data: and their disguises never do.
 */
export function safeLink(address: string): string | null {
  if (hasControls(address)) return null;
  const parsed = parse(address);
  if (parsed === null || !openProtocols.has(parsed.protocol)) return null;
  if (parsed.username !== "" || parsed.password !== "") return null;
  return parsed.host === ownHost ? `${parsed.pathname}${parsed.search}${parsed.hash}` : parsed.href;
}

/** Whether an address leads away from the product. */
export function isForeignLink(address: string): boolean {
  return parse(address)?.host !== ownHost;
}

const ownHost = "own.invalid";

/** Line ends, tabs and other controls have no place in an address and are how a protocol is disguised. */
function hasControls(address: string): boolean {
  return /\p{Cc}/u.test(address);
}

/** Parsed as a browser parses it, so that we judge what it will see. */
function parse(address: string): URL | null {
  return URL.canParse(address, `https://${ownHost}/`) ? new URL(address, `https://${ownHost}/`) : null;
}
