import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecentTexts } from "./recent-texts.ts";

describe("texts that were rendered lately", () => {
  const twice = (text: string): string => text + text;

  it("are not rendered again, until others took their room", () => {
    const rendered: string[] = [];
    const recent = new RecentTexts((text) => (rendered.push(text), twice(text)), 9);
    for (const text of ["a", "b", "a", "c", "a", "d", "a", "b"]) expect(recent.render(text)).toBe(twice(text));
    // Each takes three of nine characters. "b" was asked for least lately when "d" came.
    expect(rendered).toEqual(["a", "b", "c", "d", "b"]);
  });

  it("always become the same, whatever their number and length", () => {
    const texts = fc.array(fc.string({ maxLength: 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat({ max: 60 }), (asked, most) => {
        const recent = new RecentTexts(twice, most);
        for (const text of asked) expect(recent.render(text)).toBe(twice(text));
      }),
    );
  });
});
