const openProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The one builder of links (R07). Answers an address that is safe in an href, or null. Our own relative addresses pass.
 * Of absolute ones only http, https, mailto and tel pass, so that javascript:, data: and their disguises never do.
 */
export function safeLink(address: string): string | null {
  if (hasControls(address)) return null;
  const parsed = parse(address);
  if (parsed === null || !openProtocols.has(parsed.protocol)) return null;
  if (parsed.username !== "" || parsed.password !== "") return null;
  return parsed.host === ownHost ? `${parsed.pathname}${parsed.search}${parsed.hash}` : parsed.href;
}

/** Whether an address leads out of the product. */
export function isForeignLink(address: string): boolean {
  return parse(address)?.host !== ownHost;
}

const ownHost = "own.invalid";

/** Line ends, tabs and other controls do not belong in an address. They disguise a protocol. */
function hasControls(address: string): boolean {
  return /\p{Cc}/u.test(address);
}

/** Parsed like in a browser, so that both see the same address. */
function parse(address: string): URL | null {
  return URL.canParse(address, `https://${ownHost}/`) ? new URL(address, `https://${ownHost}/`) : null;
}
