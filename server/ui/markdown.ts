import MarkdownIt from "markdown-it";
import { isForeignLink, safeLink } from "./safe-link.ts";

/** Raw HTML stays text; typographic replacement is off so that what was typed is what is read. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });

markdown.validateLink = (address) => safeLink(address) !== null;

const renderLinkOpen = markdown.renderer.rules["link_open"];
markdown.renderer.rules["link_open"] = (tokens, index, options, environment, renderer) => {
  const token = tokens[index];
  const address = String(token?.attrGet("href") ?? "");
  token?.attrSet("href", safeLink(address) ?? "#");
  if (isForeignLink(address)) token?.attrSet("rel", "noopener noreferrer nofollow");
  return renderLinkOpen
    ? renderLinkOpen(tokens, index, options, environment, renderer)
    : renderer.renderToken(tokens, index, options);
};

// An image of elsewhere would tell its owner who reads when, so it is shown as a link (R07).
markdown.renderer.rules["image"] = (tokens, index) => {
  const token = tokens[index];
  const address = safeLink(String(token?.attrGet("src") ?? ""));
  const words = markdown.utils.escapeHtml(
    token?.content === undefined || token.content === "" ? (address ?? "") : token.content,
  );
  if (address === null) return words;
  return `<a href="${markdown.utils.escapeHtml(address)}" rel="noopener noreferrer nofollow">${words}</a>`;
};

// The alignment of a table's cells would be a style attribute, which the policy of the page does not allow.
for (const cell of ["th_open", "td_open"]) {
  markdown.renderer.rules[cell] = (tokens, index) => `<${tokens[index]?.tag ?? "td"}>`;
}

// A block of code scrolls sideways, so that the keyboard must be able to reach it.
for (const block of ["fence", "code_block"]) {
  markdown.renderer.rules[block] = (tokens, index) =>
    `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
}

const mostCells = 5000;

/**
 * What a person typed, as HTML that is safe to show: no raw HTML, only checked links, nothing loaded from elsewhere. Rows of
 * a table are filled up to its width, so that a short text could become megabytes: one that might is read without tables (R25).
 */
export function renderMarkdown(text: string): string {
  if (cellsAtMost(text) <= mostCells) return markdown.render(text);
  markdown.disable("table");
  try {
    return markdown.render(text);
  } finally {
    markdown.enable("table");
  }
}

/** As many cells as the tables of a text could have: its most bars in a line for every line. */
function cellsAtMost(text: string): number {
  const lines = text.split("\n");
  return lines.length * Math.max(...lines.map((line) => line.split("|").length - 1));
}
