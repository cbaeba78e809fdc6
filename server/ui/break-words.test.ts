import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLongWords } from "./break-words.ts";

const long = "Wiedergutmachungsschnellverfahren";

describe("a word that is longer than people's words", () => {
  it("may be broken every ten characters, and words beside it may not", () => {
    expect(breakLongWords(`<p>Een ${long} en arbeidsongeschiktheid</p>`)).toBe(
      "<p>Een Wiedergutm<wbr>achungssch<wbr>nellverfah<wbr>ren en arbeidsongeschiktheid</p>",
    );
  });

  it("is never broken within what a reader sees as one character", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(breakLongWords(family.repeat(30))).toBe(Array(3).fill(family.repeat(10)).join("<wbr>"));
    expect(breakLongWords("&lt;".repeat(30))).toBe(Array(3).fill("&lt;".repeat(10)).join("<wbr>"));
  });

  it.each([
    `<textarea name="body">${long}</textarea>`,
    `<title>${long}</title>`,
    `<select><option value="x">${long}</option></select>`,
    `<a href="https://voorbeeld.example/${long}" title="a > ${long}">kort</a>`,
    `<input value="${long}">`,
  ])("is left alone where it is no text of the page: %s", (html) => {
    expect(breakLongWords(html)).toBe(html);
  });

  it("is otherwise what it was, whatever stands on the page", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      '<a href="x>y">',
      "&amp;",
      long,
      "a",
      " ",
      "\n",
      "é",
      "👩🏽‍💻",
      '"',
      "'",
      ">",
      ";",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const html = pieces.join("");
        expect(breakLongWords(html).replaceAll("<wbr>", "")).toBe(html);
      }),
    );
  });
});
