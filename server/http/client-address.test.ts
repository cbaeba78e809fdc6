import { describe, expect, it } from "vitest";
import { addressReader, isNetwork } from "./client-address.ts";

const from = (trusted: readonly string[], remoteAddress: string, forwardedFor?: string): string =>
  addressReader(trusted)({
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor },
  } as never);

describe("where a request comes from", () => {
  it("is the other end of the connection, whatever the request says", () => {
    expect(from([], "203.0.113.7", "10.1.1.1")).toBe("203.0.113.7");
    expect(from(["10.0.0.2"], "203.0.113.7", "10.1.1.1")).toBe("203.0.113.7");
    expect(from([], "::ffff:203.0.113.7")).toBe("203.0.113.7");
  });

  it("is whom a proxy of ours names, and not what that one wrote before it", () => {
    expect(from(["10.0.0.2"], "10.0.0.2", "198.51.100.1")).toBe("198.51.100.1");
    expect(from(["10.0.0.2"], "::ffff:10.0.0.2", "1.2.3.4, 198.51.100.1")).toBe("198.51.100.1");
    expect(from(["10.0.0.0/8", "fd00::/8"], "fd00::1", "9.9.9.9, 198.51.100.1, 10.3.3.3")).toBe("198.51.100.1");
  });

  it("is the proxy itself when it names nobody", () => {
    for (const named of [undefined, "", "unknown", "_hidden, ", "10.0.0.2"])
      expect(from(["10.0.0.2"], "10.0.0.2", named)).toBe("10.0.0.2");
  });
});

describe("a trusted proxy", () => {
  it.each(["10.0.0.2", "10.0.0.0/8", "::1", "fd00::/8"])("may be %s", (text) => expect(isNetwork(text)).toBe(true));
  it.each(["", "proxy", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "*"])("may not be %j", (text) =>
    expect(isNetwork(text)).toBe(false),
  );
});
