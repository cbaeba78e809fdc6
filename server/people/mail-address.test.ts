import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress } from "./mail-address.ts";

describe("a mail address", () => {
  it.each([
    ["sanne@voorbeeld.example", "sanne@voorbeeld.example"],
    ["Sanne.de+tickets@VOORBEELD.Example", "Sanne.de+tickets@voorbeeld.example"],
    ["o'brien@a.b.example", "o'brien@a.b.example"],
    ["info@bücher.example", "info@xn--bcher-kva.example"],
    ["info@BÜCHER.example", "info@xn--bcher-kva.example"],
    [`${"a".repeat(64)}@voorbeeld.example`, `${"a".repeat(64)}@voorbeeld.example`],
  ])("%s is read as %s", (text, address) => {
    expect(parseAddress(text)).toEqual({ ok: true, address });
  });

  it.each([
    ["nothing", ""],
    ["no domain", "sanne"],
    ["no name", "@voorbeeld.example"],
    ["a domain without a dot", "sanne@localhost"],
    ["a quoted name", '"sanne de vries"@voorbeeld.example'],
    ["two addresses", "a@voorbeeld.example,b@voorbeeld.example"],
    ["two at signs", "a@b@voorbeeld.example"],
    ["a display name", "Sanne <sanne@voorbeeld.example>"],
    ["a comment", "sanne(x)@voorbeeld.example"],
    ["a group", "team:a@voorbeeld.example;"],
    ["a header of its own", "sanne@voorbeeld.example\r\nBcc: b@voorbeeld.example"],
    ["a line end at the end", "sanne@voorbeeld.example\n"],
    ["a null character", "sanne\u0000@voorbeeld.example"],
    ["a space around", " sanne@voorbeeld.example"],
    ["dots side by side", "sanne..vries@voorbeeld.example"],
    ["a dot at the end of the name", "sanne.@voorbeeld.example"],
    ["a machine's number", "sanne@127.0.0.1"],
    ["a machine's number in hexadecimal", "sanne@0x7f.1"],
    ["a machine's number in brackets", "sanne@[127.0.0.1]"],
    ["an escaped domain", "sanne@voorbeeld%2eexample"],
    ["an ideographic full stop", "sanne@voorbeeld\u3002example"],
    ["a hyphen at the edge of a label", "sanne@-voorbeeld.example"],
    ["letters beyond ASCII in the name", "sänne@voorbeeld.example"],
    ["a name of 65 characters", `${"a".repeat(65)}@voorbeeld.example`],
    ["more than 254 characters", `sanne@${"a.".repeat(130)}example`],
  ])("with %s is refused", (_what, text) => {
    expect(parseAddress(text)).toEqual({ ok: false, problem: "not-an-address" });
  });

  it("is plain ASCII on one line and reads as itself, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: "binary" }).map((text) => `a@${text}.example`),
        ),
        (text) => {
          const parsed = parseAddress(text);
          if (!parsed.ok) return;
          expect(parsed.address).toMatch(/^[!-~]{3,254}$/);
          expect(parsed.address.split("@")).toHaveLength(2);
          expect(parseAddress(parsed.address)).toEqual(parsed);
        },
      ),
    );
  });
});
