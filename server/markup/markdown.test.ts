import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown.ts";

describe("a document in Markdown", () => {
  it("shows a picture from elsewhere as a link, so that nobody sees when it was read", () => {
    expect(renderMarkdown("![kaart](https://example.com/a.png)")).toBe(
      '<p><a href="https://example.com/a.png" rel="noopener noreferrer nofollow">kaart</a></p>\n',
    );
  });

  it("keeps line breaks and emphasis", () => {
    expect(renderMarkdown("een\n**twee**")).toBe("<p>een<br>\n<strong>twee</strong></p>\n");
  });

  it("has headings, quotes and tables", () => {
    expect(renderMarkdown("## Oorzaak\n\n> citaat")).toBe(
      "<h2>Oorzaak</h2>\n<blockquote>\n<p>citaat</p>\n</blockquote>\n",
    );
    expect(renderMarkdown("|a|b|\n|-|-|\n|1|2|")).toContain("<td>2</td>");
  });

  it("is read without tables when they would be filled up to something huge", () => {
    const text = `${"|x".repeat(300)}\n${"|-".repeat(300)}\n${"x\n".repeat(9000)}`;
    expect(renderMarkdown(text).length).toBeLessThan(6 * text.length);
    expect(renderMarkdown(text)).not.toContain("<td>");
  });

  it("stands as it was typed when it is made of marks, which would take long", () => {
    expect(renderMarkdown("*a* ".repeat(499))).toContain("<em>a</em>");
    expect(renderMarkdown("*a* ".repeat(501))).not.toContain("<em>");
    expect(renderMarkdown("![".repeat(10_000))).toBe(`<p>${"![".repeat(10_000)}</p>`);
  });
});
