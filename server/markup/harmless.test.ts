import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Markup, renderWritten } from "./render-written.ts";
import { safeLink } from "./safe-link.ts";

/* oxlint-disable no-script-url -- these are the addresses that must be refused */

/** Addresses from real attacks. Every one must end up without a link that runs. */
const evilAddresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "javascript\u0000:alert(1)",
  "javascript://example.com/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "data:image/svg+xml,<svg onload=alert(1)>",
  "vbscript:msgbox(1)",
  "view-source:javascript:alert(1)",
  "blob:https://example.com/1",
  "file:///etc/passwd",
  "filesystem:https://example.com/x",
  "intent://scan/#Intent;end",
  "https://user:secret@example.com/",
];

const evilTexts = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<a href='javascript:alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "[x](  javascript:alert(1))",
  "[x](java&#x09;script:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](<javascript:alert(1)>)",
  "[x][y]\n\n[y]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](https://tracker.example/p.gif)",
  '![x"onerror="alert(1)](https://tracker.example/p.gif)',
  '[x](https://example.com/"onmouseover="alert(1))',
  "[x](https://example.com 'a\" onclick=\"alert(1)')",
  "```html\n<script>alert(1)</script>\n```",
  '```"><script>alert(1)</script>\nx\n```',
  "`<script>alert(1)</script>`",
  "<!-- <script>alert(1)</script> -->",
  "<style>*{background:url(https://tracker.example)}</style>",
  "<base href='https://example.com'>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "|a|\n|:-:|\n|b|",
  '[x](https://example.com/"onmouseover="alert)',
  "[<img src=x onerror=alert(1)>](https://example.com)",
  "[javascript:alert(1)](https://example.com)",
  "- <script>alert(1)</script>\n1. <svg onload=alert(1)>",
  'https://example.com/"onmouseover="alert(1)',
  "https://example.com/<script>alert(1)</script>",
  "www.example.com'onmouseover='alert(1)",
  "mailto:a@example.com?body=<script>",
];

const allowedTags = new Set(
  "p br a strong em s code pre ul ol li blockquote hr h1 h2 h3 h4 h5 h6 table thead tbody tr th td".split(" "),
);

/** The tags and attributes outside our chosen ones; none for a harmless text. */
function harmIn(html: string): string[] {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
  return tags
    .filter((tag) => !allowedTags.has((tag[1] ?? "").toLowerCase()) || !isAllowed(tag[2] ?? ""))
    .map((tag) => tag[0]);
}

function isAllowed(attributes: string): boolean {
  const left = attributes
    .replaceAll(/\s(?:rel|title|start|value|class)="[^"]*"/g, "")
    .replace(/^ tabindex="0"$/, "")
    .replaceAll(/\shref="(?:https?:|mailto:|tel:|\/|#)[^"]*"/g, "");
  return left.trim() === "";
}

describe("links", () => {
  it.each(evilAddresses)("%j is refused", (address) => {
    expect(safeLink(address)).toBeNull();
  });

  it.each([
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["http://example.com", "http://example.com/"],
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["tel:+31201234567", "tel:+31201234567"],
    ["/portal/tickets", "/portal/tickets"],
    ["#top", "/#top"],
    ["//example.com/x", "https://example.com/x"],
  ])("%s is allowed", (address, href) => {
    expect(safeLink(address)).toBe(href);
  });
});

describe.each<Markup>(["as-typed", "markdown"])("what a person wrote, read as %s,", (markup) => {
  const render = (text: string): string => renderWritten({ text, markup });

  it.each([...evilTexts, ...evilAddresses, ...evilAddresses.map((address) => `[x](${address})`)])(
    "is harmless: %j",
    (text) => {
      expect(harmIn(render(text))).toEqual([]);
    },
  );

  it("is harmless whatever it is", () => {
    const pieces = fc.constantFrom(
      ...evilTexts,
      ...evilAddresses,
      "[",
      "](",
      "](https://",
      ")",
      "<",
      ">",
      "`",
      "```",
      "\n",
      "\n\n- ",
      "\n\n1. ",
      "![",
      '"',
      "'",
      "&#",
      "|",
    );
    const harmless = fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      expect(harmIn(render(parts.join("")))).toEqual([]);
    });
    expect(() => fc.assert(harmless, { numRuns: 500 })).not.toThrow();
  });

  it("shows raw HTML as the text it is", () => {
    expect(render("<b>x</b>").trim()).toBe("<p>&lt;b&gt;x&lt;/b&gt;</p>");
  });

  it("makes a typed address a link that tells the other side nothing", () => {
    expect(render("https://example.com/x").trim()).toBe(
      '<p><a href="https://example.com/x" rel="noopener noreferrer nofollow">https://example.com/x</a></p>',
    );
  });

  it("lets the keyboard reach a block of code, which scrolls", () => {
    expect(render("```html\n<b>\n```").trim()).toBe('<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>');
  });

  it("becomes hardly longer, also when it is a wide table of empty rows", () => {
    const text = `${"|x".repeat(300)}\n${"|-".repeat(300)}\n${"|\n".repeat(9000)}`;
    expect(render(text).length).toBeLessThan(6 * text.length);
  });
});
