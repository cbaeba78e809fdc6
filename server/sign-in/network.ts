import { isIPv6 } from "node:net";

/**
 * The part of an address that one person or household shares (R17): a whole IPv4 address, or the first 64 bits of IPv6,
 * because the holder of one such address has all of them.
 */
export function networkOf(address: string): string {
  return sharedPart(address, 64);
}

/**
 * The networks that a provider gives out together: the first 48 bits of IPv6, in which anybody may own 65,536 networks.
 */
export function neighbourhoodOf(address: string): string {
  return sharedPart(address, 48);
}

function sharedPart(address: string, bits: 48 | 64): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = (plain.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = [...left, ...zeros, ...right]
    .slice(0, bits / 16)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/${bits}`;
}
