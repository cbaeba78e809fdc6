import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countWork } from "../../test/support/count-work.ts";
import type { renderWritten } from "./render-written.ts";

const longest = 8000;
const longestArticle = 50_000;
const filled = (pattern: string): string => pattern.repeat(Math.ceil(longest / pattern.length)).slice(0, longest);
const growing = (character: string, between: string): string => {
  const runs = Array.from({ length: 250 }, (_, length) => character.repeat(length) + between);
  return runs.join("").slice(0, longest);
};

/** Patterns that were slow in readers of Markdown, HTML or links. */
const patterns: readonly string[] = [
  "[ ![ [a]( ]( [[a]( [a](<b [a][b] [a](https:// [a](https://b [a](https://b) ![a](mailto: [](https://a)".split(" "),
  ["*a ", "**a *b ", "_a_", "*_", "~~a ", "*a_b~~c**d", "***a __", "a**b"],
  ["`a``b", "` ", "``a`", "```\n", "````a\n```\n", "`\n", "```a\nb\n"],
  [
    "- ",
    "- a\n",
    "1. a\n",
    "- a\n  - b\n",
    "\n- a\n\n",
    "> ",
    ">\n",
    "> - ",
    "[\n",
    "[a]: b\n",
    "a\n=\n",
    "|a",
    "|a\n",
  ],
  ["<", "<a ", "<http://a", "<!--", "&", "&#x", "\\", "  \n", "a  ", "\t", " ", "a", "-", "\n"],
  ["http://", "http://a.b/", "http://a(", "www.", "www.a", "a@", "a@b.nl", "@", "a.", "mailto:", "://", ",https://"],
].flat();

const longTexts: readonly string[] = [
  growing("`", "a"),
  growing("*", "a"),
  growing("[", "a"),
  `${"[".repeat(longest / 2)}${"]".repeat(longest / 2)}`,
  `https://a.nl/${"(".repeat(longest / 2)}${")".repeat(longest / 3)}`,
  `https://a.nl/${")".repeat(longest - 20)}`,
  `[a](https://${"a".repeat(longest - 20)}`,
  `${"a".repeat(longest / 2)}@${"a.".repeat(longest / 4)}`,
  Array.from({ length: 140 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n"),
  Array.from({ length: 200 }, () => ">".repeat(99)).join("\n"),
  `${"- ".repeat(longest / 2 - 1)}ab`,
  `${" ".repeat(longest - 1)}a`,
];

const pattern = fc
  .array(fc.constantFrom(...patterns, "\n", "\n\n", "a", ")", "]", ">"), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(""));

describe("the work of showing a text", { timeout: 60_000 }, () => {
  let work: ReturnType<typeof countWork>;
  let render: typeof renderWritten;
  beforeAll(async () => {
    work = countWork();
    ({ renderWritten: render } = await import("./render-written.ts"));
  });
  afterAll(() => work.stop());

  /** Blocks and characters per character of a message. */
  const ofMessage = (text: string): number => {
    const { blocks, characters } = work.of(() => render({ text, markup: "as-typed" }));
    return (blocks + characters) / text.length;
  };

  it("is counted", () => {
    expect(ofMessage(filled("een `a` "))).toBeGreaterThan(2);
    expect(work.of(() => render({ text: filled("*a* "), markup: "markdown" })).blocks).toBeGreaterThan(longest);
    expect(work.of(() => "a".repeat(1000).includes("b")).characters).toBe(1000);
    expect(work.of(() => /b/.test("a".repeat(1000))).characters).toBeGreaterThan(999);
  });

  it("of a message grows with its length and nothing else (R44)", () => {
    for (const text of [...patterns.map(filled), ...longTexts])
      expect(ofMessage(text), text.slice(0, 20)).toBeLessThan(80);
    fc.assert(
      fc.property(pattern, (one) => {
        expect(ofMessage(filled(one))).toBeLessThan(80);
      }),
      { numRuns: 60 },
    );
  });

  /** Blocks per character of a Markdown text, of which a share consists of a pattern and the rest of short lines. */
  const ofMarkdown = (length: number, share: number, one: string): number => {
    const marks = one.repeat((length * share) / one.length);
    const text = marks + "a\n".repeat((length - marks.length) / 2);
    return work.of(() => render({ text, markup: "markdown" })).blocks / text.length;
  };

  it("of a text in Markdown has a bound, whatever share of it is marks (R44)", () => {
    for (const one of [...patterns, "# a\n", "    a\n"])
      for (const share of [0.03, 0.3]) expect(ofMarkdown(3000, share, one), `${share} ${one}`).toBeLessThan(500);
    for (const one of ["![", "[[a]("])
      for (const share of [0.01, 0.1])
        expect(ofMarkdown(longestArticle, share, one), `${share} ${one}`).toBeLessThan(500);
  });
});
