import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";
import { safeLink } from "./safe-link.ts";

/* oxlint-disable no-script-url -- these are the addresses that must be refused */

/** Addresses by which pages have been attacked; every one must end up without a link that runs. */
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
];

const allowedTags = new Set(
  "p br a strong em s code pre ul ol li blockquote hr h1 h2 h3 h4 h5 h6 table thead tbody tr th td".split(" "),
);

/** Every tag and attribute that we did not choose to allow; none for a harmless text. */
function harmIn(html: string): string[] {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
  return tags
    .filter((tag) => !allowedTags.has((tag[1] ?? "").toLowerCase()) || !isAllowed(tag[2] ?? ""))
    .map((tag) => tag[0]);
}

function isAllowed(attributes: string): boolean {
  const left = attributes
    .replaceAll(/\s(?:rel|title|start|class)="[^"]*"/g, "")
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

describe("what a person typed", () => {
  it.each([...evilTexts, ...evilAddresses, ...evilAddresses.map((address) => `[x](${address})`)])(
    "is harmless: %j",
    (text) => {
      expect(harmIn(renderMarkdown(text))).toEqual([]);
    },
  );

  it("is harmless whatever it is", () => {
    const pieces = fc.constantFrom(
      ...evilTexts,
      ...evilAddresses,
      "[",
      "](",
      ")",
      "<",
      ">",
      "`",
      "\n",
      "![",
      '"',
      "'",
      "&#",
      "|",
    );
    const harmless = fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      expect(harmIn(renderMarkdown(parts.join("")))).toEqual([]);
    });
    expect(() => fc.assert(harmless, { numRuns: 500 })).not.toThrow();
  });

  it("shows raw HTML as the text it is", () => {
    expect(renderMarkdown("<b>x</b>")).toBe("<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
  });

  it("shows a picture from elsewhere as a link, so that nobody sees when it was read", () => {
    expect(renderMarkdown("![kaart](https://example.com/a.png)")).toBe(
      '<p><a href="https://example.com/a.png" rel="noopener noreferrer nofollow">kaart</a></p>\n',
    );
  });

  it("makes a typed address a link that tells the other side nothing", () => {
    expect(renderMarkdown("https://example.com/x")).toBe(
      '<p><a href="https://example.com/x" rel="noopener noreferrer nofollow">https://example.com/x</a></p>\n',
    );
  });

  it("keeps line breaks and emphasis", () => {
    expect(renderMarkdown("een\n**twee**")).toBe("<p>een<br>\n<strong>twee</strong></p>\n");
  });

  it("becomes hardly longer, also when it is a wide table of empty rows", () => {
    const text = `${"|x".repeat(300)}\n${"|-".repeat(300)}\n${"|\n".repeat(9000)}`;
    expect(renderMarkdown(text).length).toBeLessThan(3 * text.length);
    expect(renderMarkdown("|a|b|\n|-|-|\n|1|2|")).toContain("<td>2</td>");
  });

  it("lets the keyboard reach a block of code, which scrolls", () => {
    expect(renderMarkdown("```html\n<b>\n```")).toBe('<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n');
  });
});
