import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFileName, contentDisposition, extensionOf } from "./names.ts";

/** Names by people and attackers: parts with a meaning on some system, and any text between them. */
const pieces = [
  "/",
  "\\",
  "..",
  ".",
  " ",
  "\u202e",
  "\u200d",
  "\u0000",
  "\r\n",
  '"',
  "%2f",
  "con",
  ".png",
  "e\u0301",
  "\ud83d",
  "😀",
];
const names = fc
  .array(
    fc.oneof(fc.constantFrom(...pieces, "👩\u200d".repeat(12), "\u0301".repeat(40)), fc.string({ unit: "binary" })),
  )
  .map((parts) => parts.join(""));

describe("a file name, cleaned", () => {
  it.each([
    ["schermafbeelding.png", "schermafbeelding.png"],
    ["Offerte 2026 (definitief).pdf", "Offerte 2026 (definitief).pdf"],
    ["cafe\u0301.txt", "café.txt"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\sanne\\log.txt", "log.txt"],
    ["a/b/", "b"],
    ["invoice\u202egnp.exe", "invoicegnp.exe"],
    ["zero\u200bwidth\ufeff.png", "zerowidth.png"],
    ["a\u0000b.png", "ab.png"],
    ["een\r\ntwee.txt", "een twee.txt"],
    ['Offerte "definitief": 50% <nieuw>, wat nu?*|.txt', 'Offerte "definitief": 50% <nieuw>, wat nu?*|.txt'],
    ["👩‍🔧 می‌خواهم.png", "👩‍🔧 می‌خواهم.png"],
    ["\u3164\u2800", "file"],
    [".htaccess", "htaccess"],
    ["trailing. . ", "trailing"],
    ["con.txt", "_con.txt"],
    ["console.txt", "console.txt"],
    ["..", "file"],
    ["", "file"],
    ["\ud800.png", "\ufffd.png"],
  ])("%j becomes %j", (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it("keeps its extension when it is cut", () => {
    const clean = cleanFileName(`${"é".repeat(300)}.PDF`);
    expect(clean).toMatch(/^é+\.PDF$/);
    expect(Buffer.byteLength(clean)).toBe(200);
    expect(extensionOf(clean)).toBe("pdf");
  });

  it("is visible, on one line, without path, short, and stays as it is when cleaned again", () => {
    fc.assert(
      fc.property(names, (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069/\\]/u);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean).toBe(clean.trim());
        expect(clean).not.toMatch(/^\.|\.$/);
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200);
        expect(clean.length).toBeGreaterThan(0);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the header of a download", () => {
  it("names the file for old readers and new", () => {
    expect(contentDisposition("Café's 50%.pdf")).toBe(
      "attachment; filename=\"Caf_'s 50_.pdf\"; filename*=UTF-8''Caf%C3%A9%27s%2050%25.pdf",
    );
  });

  it("is one well-formed header that gives the clean name back, whatever the name", () => {
    fc.assert(
      fc.property(names, (name) => {
        const header = contentDisposition(name);
        const parts =
          /^attachment; filename="([ !#-$&-:<-[\]-~]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(header);
        expect(decodeURIComponent(parts?.[2] ?? "")).toBe(cleanFileName(name));
        expect(new Headers({ "Content-Disposition": header }).get("Content-Disposition")).toBe(header);
      }),
      { numRuns: 2000 },
    );
  });
});
