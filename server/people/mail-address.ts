import { domainToASCII } from "node:url";

/** One plain mail address, checked: a dot-atom, an @ and a domain name in lower-case ASCII. */
export type MailAddress = string & { readonly __mailAddress: true };

export type ParsedAddress =
  | { readonly ok: true; readonly address: MailAddress }
  | { readonly ok: false; readonly problem: "not-an-address" };

const longestAddress = 254;
const longestLocalPart = 64;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** Only letters, digits, hyphens and dots may reach the IDN conversion, which would undo %-escapes and odd dots. */
const typedDomain = /^[\p{L}\p{N}\p{M}.-]+$/u;
/** The last label is no number, so that a machine's address is no domain. */
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one plain address (R30). It refuses quoted names, comments, groups, lists, display names, literal hosts and
 * control characters instead of repairing them. The domain becomes lower case and ASCII.
 */
export function parseAddress(text: string): ParsedAddress {
  const refused = { ok: false, problem: "not-an-address" } as const;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const typed = text.slice(at + 1).normalize("NFC");
  if (text.length > longestAddress || local.length > longestLocalPart) return refused;
  if (!localPart.test(local) || !typedDomain.test(typed)) return refused;
  const domain = domainToASCII(typed);
  const address = `${local}@${domain}`;
  if (!domainName.test(domain) || address.length > longestAddress) return refused;
  return { ok: true, address: address as MailAddress };
}
