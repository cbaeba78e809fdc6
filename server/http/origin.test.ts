import { describe, expect, it } from "vitest";
import { isFromUs, isOwnHost, ownOrigins, pageBefore } from "./origin.ts";

const desk = ownOrigins("https://desk.example.com");

describe("a Host", () => {
  it.each([
    "desk.example.com",
    "DESK.Example.COM",
    "desk.example.com:443",
    "desk.example.com.",
    "Desk.example.com.:443",
  ])("is ours however it is written: %s", (host) => expect(isOwnHost(host, desk)).toBe(true));

  it.each([
    undefined,
    "",
    ".",
    "desk.example.com:",
    "desk.example.com:80",
    "desk.example.com:0443",
    "desk.example.com:8443",
    "desk.example.com..",
    ".desk.example.com",
    "desk.example.com.evil.example",
    "evil.example",
    "evil@desk.example.com",
    "desk.example.com@evil.example",
    "desk.example.com/",
    "desk.example.com#",
    "desk.example.com, evil.example",
    " desk.example.com",
    "desk\u3002example.com",
    "ｄesk.example.com",
    "desk%2eexample.com",
    "[::1]",
  ])("is foreign: %j", (host) => expect(isOwnHost(host, desk)).toBe(false));

  it("is any name of this machine on loopback, at our port", () => {
    const own = ownOrigins("http://localhost:4400");
    for (const host of ["localhost:4400", "LOCALHOST:4400", "127.0.0.1:4400", "[::1]:4400"])
      expect(isOwnHost(host, own), host).toBe(true);
    for (const host of ["localhost", "localhost:80", "127.1:4400", "0x7f.1:4400", "[::1]", "[::1].:4400"])
      expect(isOwnHost(host, own), host).toBe(false);
  });

  it("needs no port where the port is the usual one", () => {
    const own = ownOrigins("http://desk.example.com");
    expect(isOwnHost("desk.example.com:80", own)).toBe(true);
    expect(isOwnHost("desk.example.com:443", own)).toBe(false);
  });
});

describe("an Origin", () => {
  it.each(["https://desk.example.com", "https://desk.example.com."])("is ours: %s", (origin) =>
    expect(isFromUs({ origin, site: undefined }, desk)).toBe(true),
  );
  it.each([
    "http://desk.example.com",
    "https://desk.example.com/",
    "https://desk.example.com:444",
    "null",
    "",
    "https://",
  ])("is foreign, whatever else the browser says: %j", (origin) =>
    expect(isFromUs({ origin, site: "same-origin" }, desk)).toBe(false),
  );
  it("gives the page before its path, and nobody else's", () => {
    expect(pageBefore("https://desk.example.com./portal?a=b", desk)).toBe("/portal?a=b");
    expect(pageBefore("https://evil.example/portal", desk)).toBe("/");
  });
});
