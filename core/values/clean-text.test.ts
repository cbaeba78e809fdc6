import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "./clean-text.ts";

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const of = (category: RegExp) => everyCharacter.filter((character) => category.test(character));

const drawnAsNothing = /[\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\u{13441}\u{13442}]/u;
const overrides = /[\u202A-\u202E\u2066-\u2069]/u;

describe("a character on its own", () => {
  it.each(["Cc", "Cf", "Co", "Zs", "Zl", "Zp", "Mn", "Mc", "Me"])(
    "is no text when it is of the category %s: nobody sees it, or not without another",
    (category) => {
      const shown = of(new RegExp(`\\p{${category}}`, "u")).filter((character) => cleanText(character) !== "");
      expect(shown).toEqual([]);
    },
  );

  it.each([
    "Lu",
    "Ll",
    "Lt",
    "Lm",
    "Lo",
    "Nd",
    "Nl",
    "No",
    "Pc",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
    "Sm",
    "Sc",
    "Sk",
    "So",
  ])("is text when it is of the category %s, unless it is drawn as nothing", (category) => {
    const wrong = of(new RegExp(`\\p{${category}}`, "u")).filter(
      (character) => cleanText(character) !== (drawnAsNothing.test(character) ? "" : character.normalize("NFC")),
    );
    expect(wrong).toEqual([]);
  });

  it("is text when this Unicode does not know it yet, but never when it is no character at all", () => {
    const unknown = of(/(?=\p{Cn})\P{Default_Ignorable_Code_Point}/u);
    const wrong = unknown.filter((one) => (cleanText(one) === "") !== /\p{Noncharacter_Code_Point}/u.test(one));
    expect(wrong).toEqual([]);
  });

  it.each([
    "\u200b",
    "\u2800",
    "\u3164",
    "\u115f",
    "\u1160",
    "\uffa0",
    "\u00ad",
    "\ufeff",
    "\ufe0f",
    "\u{e0041}",
    "\u{e0100}",
  ])("is no text in any number, with space between: %j", (character) => {
    for (const text of [
      character,
      character.repeat(40),
      ` ${character}\n${character}\t`,
      `${character}\u200d${character}`,
    ])
      expect(cleanText(text)).toBe("");
  });
});

describe("a character inside a word", () => {
  it("stays when it can be seen, whatever its category", () => {
    const seen = of(/[\p{L}\p{N}\p{P}\p{S}\p{M}]/u).filter((character) => !drawnAsNothing.test(character));
    const wrong = seen.filter((character) => cleanText(`a${character}b`) !== `a${character}b`.normalize("NFC"));
    expect(wrong).toEqual([]);
  });

  it("goes when it is a control, an override, half of something, or no character", () => {
    const unseen = of(
      /[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u3164\uFFA0\u{E0000}-\u{E007F}]/u,
    );
    const wrong = unseen.filter((character) => !["ab", "a\nb", "a\tb"].includes(cleanText(`a${character}b`)));
    expect(wrong).toEqual([]);
  });
});

describe("a text", () => {
  it.each([
    ["an address with overrides", "factuur\u202egnp.exe", "factuurgnp.exe"],
    ["isolates", "\u2066a\u2069 b", "a b"],
    ["a mark of direction left over from copying", "\u200eC:\\Users", "C:\\Users"],
    ["lines of every system", "a\r\nb\rc\u2028d\u0085e\vf", "a\nb\nc\nd\ne\nf"],
    ["a byte order mark", "\ufeffTitel", "Titel"],
    ["a space without width", "fac\u200btuur", "factuur"],
    ["a soft hyphen at the edge of a word", "\u00adfactuur\u00ad x", "factuur x"],
    ["letters in two parts", "cafe\u0301", "café"],
    ["letters with a space without width between their parts", "e\u200b\u0301", "é"],
    ["space around it, of any kind", "\u00a0\u2800 a\u2003b \u3000\u2800", "a\u2003b"],
    ["colours of a terminal", "\u001b[31mfout\u001b[0m", "[31mfout[0m"],
    ["words hidden in tags", "a\u{e0068}\u{e0069}", "a"],
    ["words hidden in selectors", "😀\ufe0f\u{e0100}\u{e0101}", "😀\ufe0f"],
  ])("loses %s", (_, typed, clean) => expect(cleanText(typed)).toBe(clean));

  it.each([
    ["a family", "👨‍👩‍👧‍👦"],
    ["a flag of colours", "🏳️‍🌈"],
    ["a pirate's flag", "🏴‍☠️"],
    ["a mended heart", "❤️‍🩹"],
    ["a person with a skin and a trade", "👩🏽‍⚕️"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["the flag of a country", "🇳🇱"],
    ["a key", "1️⃣"],
    ["a plain look", "☎︎"],
    ["Persian", "می‌خواهم"],
    ["Persian with a joined letter at the end", "۱۳۹۸ ه‍.ش"],
    ["Hindi", "क्‍ष र्‌क"],
    ["Malayalam as it was typed before", "അവന്‍"],
    ["Sinhala", "ශ්‍රී"],
    ["Thai with places to break", "ภาษา\u200bไทย"],
    ["Mongolian", "ᠪᠠᠢ᠋ᠭ\u180eᠠ"],
    ["a word that may be broken", "verwerkings\u00adovereenkomst"],
    ["an ideograph's variant", "葛\u{e0100}"],
    ["Hebrew with a mark that keeps a sign in place", "שלום!\u200f C++"],
    ["Arabic", "العربية\u061c:"],
    ["Braille with a space", "⠓\u2800⠓"],
    ["old Korean", "\u1100\u1160\u11a8"],
    ["a table", "a\tb\nc\td"],
  ])("keeps %s", (_, text) => expect(cleanText(text)).toBe(text));

  it("is one line where a line is asked for", () => {
    expect(cleanLine(" een\r\ntwee\tdrie\u2029vier ")).toBe("een twee drie vier");
  });
});

const pieces = [
  ...Array.from("ab1 \n\r\t\v.é😀👩🏽⚕❤한\u0301\u094d\u0915\u0647\u05d0\u0e01\u1820\u1100\u1161"),
  ...Array.from(
    "\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\u034f\ufeff\u2060\ufe0f\u2800\u3164\u115f\u1160\uffa0\u202e\u2066\u2069\u180b\u180e\uffff\ufff9\u0007",
  ),
  "\u{1f3f4}",
  "\u{e0067}",
  "\u{e007f}",
  "\u{e0100}",
];
const texts = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 2 })))
  .map((parts) => parts.join("").toWellFormed());
/** What of a text can be seen, in the order it stands. */
const seenOf = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll(
      /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\s\u2800\u{1D159}\u{13441}\u{13442}\uFFF9-\uFFFB]/gu,
      "",
    )
    .normalize("NFC");

describe("whatever was typed", () => {
  it("stays as it is when it is cleaned again, and has neither controls nor overrides", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean).not.toMatch(/[\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/u);
        expect(clean).not.toMatch(overrides);
        expect(cleanLine(clean)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 5000, examples: [["\u0301\u180e\u094d\u200d👩"]] },
    );
  });

  it("loses nothing that can be seen", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        if (clean !== "") expect(seenOf(clean)).toBe(seenOf(text));
        else expect(seenOf(text)).toMatch(/^[\p{M}\p{Cf}\p{Co}]*$/u);
      }),
      { numRuns: 5000 },
    );
  });

  it("is cleaned in a time that grows with its length alone", () => {
    for (const piece of ["\u200d", "a\u200d", "👩\u200d", "\u{1f3f4}\u{e0067}", " ", "\u2800", "\u0301", "a\ufe0f"]) {
      const started = performance.now();
      cleanText(`a${piece.repeat(100_000)}`);
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(5000);
    }
  });
});
