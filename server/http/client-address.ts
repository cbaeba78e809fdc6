import type { IncomingMessage } from "node:http";
import { BlockList, isIPv4, isIPv6 } from "node:net";

export type AddressOf = (request: Pick<IncomingMessage, "socket" | "headers">) => string;

/** Whether a text is an address, or a network of addresses such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  if (most < 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

/**
 * The address of a request's sender, for counting attempts (R17, R24): the other end of the connection or, if that is
 * our proxy, the address it names. The last hop that is not ours counts, because anybody can write the hops before it.
 */
export function addressReader(trusted: readonly string[]): AddressOf {
  const ours = new BlockList();
  for (const network of trusted) {
    const [address = "", bits] = network.split("/");
    const family = isIPv4(address) ? "ipv4" : "ipv6";
    if (bits === undefined) ours.addAddress(address, family);
    else ours.addSubnet(address, Number(bits), family);
  }
  return ({ socket, headers }) => {
    const hops = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
    let address = plain(socket.remoteAddress ?? "unknown");
    while (isOurs(ours, address)) {
      const before = plain((hops.pop() ?? "").trim());
      if (!isIPv4(before) && !isIPv6(before)) break;
      address = before;
    }
    return address;
  };
}

function isOurs(ours: BlockList, address: string): boolean {
  if (isIPv4(address)) return ours.check(address, "ipv4");
  return isIPv6(address) && ours.check(address, "ipv6");
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Whether a proxy passed the request on. */
export function isForwarded({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined || headers.via !== undefined;
}
