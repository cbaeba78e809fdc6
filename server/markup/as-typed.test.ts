import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAsTyped } from "./as-typed.ts";

/** The visible text: tags are nothing, entities are characters. */
function shown(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

const visible = (text: string): string => text.replaceAll(/\s/gu, "");
const links = (html: string): [string, string][] =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = "", words = ""]) => [shown(words), href]);
const paragraph = (text: string): string => `<p>${text}</p>`;

describe("what people paste", () => {
  it.each([
    String.raw`\\nas01\share\_old\x`,
    String.raw`KANTOOR\_svc`,
    String.raw`C:\Users\jan\*.tmp`,
    String.raw`net use Z: \\srv01\data$`,
    String.raw`C:\\Program Files (x86)\\[oud]\\!backup`,
    "__init__ en *_test_* en **niet vet**",
    "a * b * c en 2*3*4 en snake_case_name",
    "Met vriendelijke groet\n---\nJan de Vries",
    "Regel\n===\n# geen kop\n> citaat\n***",
    "Get-Foo : niet gevonden\n+ Get-Foo\n+ ~~~~~~~\n    + CategoryInfo : ObjectNotFound: (Get-Foo:String) []",
    "~~~\nniet\n~~~",
    "<jan@> &amp; &lt;b&gt; &copy; <http:>",
    "|a|b|\n|-|-|\n|1|2|",
    "[x] gedaan, [ ] niet, [1]: voetnoot",
    "![kaart] en [a](b) en [a](javascript:alert(1))",
    '"Regel`nTweede`n" en een ` alleen',
    "<script>alert(1)</script>",
    "1) een\n2) twee",
    "tekst\n- direct onder tekst\n* ook",
    "tekst\n1. direct onder tekst",
    "-- \nJan",
    "01. nul vooraan",
    "- \n* * *\n- - -",
    "```\nnooit gesloten",
    "a  b   c",
  ])("stands as it was typed: %j", (text) => {
    const html = renderAsTyped(text);
    expect(shown(html)).toBe(text);
    expect(html).not.toMatch(/<(?!\/?p>|br>)/);
  });
});

describe("the five things that are marked up", () => {
  it("are line breaks, and a blank line between paragraphs", () => {
    expect(renderAsTyped("een\ntwee\r\n\n\ndrie")).toBe("<p>een<br>twee</p>\n<p>drie</p>");
  });

  it("are code in a line", () => {
    expect(renderAsTyped("doe `ipconfig /all` en ``a ` b``, `` ` ``")).toBe(
      paragraph("doe <code>ipconfig /all</code> en <code>a ` b</code>, <code>`</code>"),
    );
    expect(renderAsTyped("`**a** https://a.nl`")).toBe(paragraph("<code>**a** https://a.nl</code>"));
  });

  it("are code between fences, where the name of a language is no code", () => {
    expect(renderAsTyped("zie\n```powershell\nGet-X `\n\n  -y | ft\n```\nzo")).toBe(
      '<p>zie</p>\n<pre tabindex="0"><code>Get-X `\n\n  -y | ft\n</code></pre>\n<p>zo</p>',
    );
    expect(renderAsTyped("```Get-Service\n-x\n```")).toBe('<pre tabindex="0"><code>Get-Service\n-x\n</code></pre>');
    expect(renderAsTyped("````\n```\n````")).toBe('<pre tabindex="0"><code>```\n</code></pre>');
  });

  it("are lists after a blank line, with the numbers that were typed", () => {
    expect(renderAsTyped("- een\n- twee")).toBe("<ul><li>een</li><li>twee</li></ul>");
    expect(renderAsTyped("Dus:\n\n* een\n\n* twee\nGroet")).toBe(
      "<p>Dus:</p>\n<ul><li>een</li><li>twee</li></ul>\n<p>Groet</p>",
    );
    expect(renderAsTyped("2. ja\n4. nee\n5. wel")).toBe(
      '<ol><li value="2">ja</li><li value="4">nee</li><li>wel</li></ol>',
    );
  });

  it("are lists inside of lists, and what is indented under an item", () => {
    expect(
      renderAsTyped(
        "1. een\n   verder\n\n   alinea\n2. twee\n   - a\n     ```\n     x\n       y\n     ```\n   - b\n3. drie",
      ),
    ).toBe(
      "<ol><li>een<br>verder<p>alinea</p></li><li>twee<ul><li>a" +
        '<pre tabindex="0"><code>x\n  y\n</code></pre></li><li>b</li></ul></li><li>drie</li></ol>',
    );
    expect(renderAsTyped("- a\n\t- b\n- c")).toBe("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>");
    expect(renderAsTyped("- a\n1. b")).toBe("<ul><li>a</li></ul>\n<ol><li>b</li></ol>");
  });

  it("never nest so deep that nobody can follow", () => {
    const deep = Array.from({ length: 100 }, (_, depth) => `${" ".repeat(2 * depth)}- ${depth}`).join("\n");
    expect(renderAsTyped(deep).match(/<ul>/g)).toHaveLength(5);
  });
});

describe("a link", () => {
  it.each([
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["http://192.168.1.1:8080/x", "http://192.168.1.1:8080/x"],
    ["https://nl.wikipedia.org/wiki/Kwartier_(tijd)", "https://nl.wikipedia.org/wiki/Kwartier_(tijd)"],
    ["https://example.com/a_b*c", "https://example.com/a_b*c"],
    ["https://[::1]/x", "https://[::1]/x"],
    ["www.example.com/x", "https://www.example.com/x"],
    ["HTTPS://EXAMPLE.COM/X", "https://example.com/X"],
    ["https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"],
    ["jan.de-vries+x@mail.example.com", "mailto:jan.de-vries+x@mail.example.com"],
    ["mailto:jan@example.com", "mailto:jan@example.com"],
  ])("is %s", (text, href) => {
    for (const [before, behind] of [
      ["", ""],
      ["zie ", ", dan"],
      ["(", ")."],
      ["<", ">"],
      ["“", "”!"],
      ["**", "**"],
      ["『", "』。"],
    ] as const)
      expect(links(renderAsTyped(`${before}${text}${behind}`)), `${before}${text}${behind}`).toEqual([[text, href]]);
  });

  it("is each of two that stand together", () => {
    const found = (text: string) => links(renderAsTyped(text)).map(([words]) => words);
    expect(found("https://a.example,https://b.example;http://c.example")).toHaveLength(3);
    expect(found("https://a.example|https://b.example")).toHaveLength(2);
    expect(found("https://web.example/2026/https://a.example/")).toHaveLength(1);
    expect(found("a@b.example,https://c.example")).toEqual(["https://c.example"]);
  });

  it("has words of its own when they say no address", () => {
    expect(links(renderAsTyped("lees [de uitleg](https://example.com/x) eens"))).toEqual([
      ["de uitleg", "https://example.com/x"],
    ]);
    expect(links(renderAsTyped("[mail](mailto:a@example.com)"))).toEqual([["mail", "mailto:a@example.com"]]);
    const lying = renderAsTyped("[https://bank.example](https://evil.example)");
    expect(links(lying)).toEqual([
      ["https://bank.example", "https://bank.example/"],
      ["https://evil.example", "https://evil.example/"],
    ]);
    expect(shown(lying)).toBe("[https://bank.example](https://evil.example)");
  });

  it("with words of its own says where it leads to who reads it outside of our pages", () => {
    const mailed = renderAsTyped("[de uitleg](https://example.com/x?a&b) www.a.example", { showsAddresses: true });
    expect(shown(mailed)).toBe("de uitleg (https://example.com/x?a&b) www.a.example");
    expect(links(mailed)).toHaveLength(2);
  });

  it.each([
    String.raw`\\srv01.example.com\www.example.com\share`,
    String.raw`\\srv01@SSL\DavWWWRoot\jan@example.com`,
    String.raw`C:\Users\jan@example.com\AppData`,
    String.raw`C:\inetpub\www.example.com`,
    "C:/inetpub/www.example.com",
    "//srv01/share",
    "file://srv01/share/x",
    "git@github.com:a/b.git",
    "readme.md install.sh portal.example.com",
    "https:// en http://. en www. en @ en a@b en @jan",
    "ftp://example.com javascript:alert(1) data:text/html,x",
    "https://jan:geheim@example.com/",
    "user@@example.com jan@.example jan@-x.example",
  ])("is never made of %s", (text) => {
    expect(renderAsTyped(text)).toBe(paragraph(text.replaceAll("&", "&amp;")));
  });
});

describe("every visible character", () => {
  /** Pieces with a meaning in this markup, in Markdown or in HTML, and any character. */
  const piece = fc.oneof(
    fc.constantFrom(
      ..."\\ _ * ** # > + ~ ~~~ --- === | ! < > & &amp; ; : / . , @ ( ) [ ] ![ ]( {} $ % ^ ' \" 1. 10. - •".split(" "),
      ..."`` ``` ```` ` `n ```ps1 https:// https://a.example www. www.a.example a@b.example \\\\srv\\x C:\\ é 中 😀".split(
        " ",
      ),
      "\n",
      "\n\n",
      "\n\n- ",
      "\n  ",
      "\t",
      " ",
    ),
    fc.string({ unit: "grapheme", maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  it("is shown in its place where nothing is marked up", () => {
    const plain = text.map((one) => without(/`|[-*](?=[^\S\n])|\d\.|\]\(/g, one));
    fc.assert(
      fc.property(plain, (typed) => {
        expect(visible(shown(renderAsTyped(typed)))).toBe(visible(typed));
      }),
      { numRuns: 2000 },
    );
  });

  it("is shown in its place but for backticks, the name of a language and the markers of lists", () => {
    const unnamed = text.map((one) => without(/\]\(/g, one));
    fc.assert(
      fc.property(unnamed, (typed) => {
        expect(droppedFrom(visible(typed), visible(shown(renderAsTyped(typed))))).toMatch(/^[`\-*\d.ps]*$/);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Removed repeatedly, because the text on both sides may become a marker. */
function without(markers: RegExp, text: string): string {
  const rest = text.replaceAll(markers, "");
  return rest === text ? rest : without(markers, rest);
}

/** The characters to remove from one text to get the other, or null if something moved or was added. */
function droppedFrom(typed: string, read: string): string | null {
  let dropped = "";
  let at = 0;
  for (const character of typed) {
    if (read.startsWith(character, at)) at += character.length;
    else dropped += character;
  }
  return at === read.length ? dropped : null;
}
