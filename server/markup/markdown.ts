import MarkdownIt from "markdown-it";
import { renderAsTyped } from "./as-typed.ts";
import { escapeHtml } from "./escape-html.ts";
import { isForeignLink, safeLink } from "./safe-link.ts";

/** Raw HTML stays text; typographic replacement is off so that what was typed is what is read. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false, maxNesting: 20 });

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
  const words = escapeHtml(token?.content === undefined || token.content === "" ? (address ?? "") : token.content);
  if (address === null) return words;
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer nofollow">${words}</a>`;
};

// The alignment of a table's cells would be a style attribute, which the policy of the page does not allow.
for (const cell of ["th_open", "td_open"]) {
  markdown.renderer.rules[cell] = (tokens, index) => `<${tokens[index]?.tag ?? "td"}>`;
}

// A block of code scrolls sideways, so that the keyboard must be able to reach it.
for (const block of ["fence", "code_block"]) {
  markdown.renderer.rules[block] = (tokens, index) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
}

const mostCells = 5000;

/** Where one of Markdown's rules begins to look. */
const mark = /[[\]!*_~&<\\`|@]|:\/\/|www\.|^[ \t]*(?:[-+=#>]|\d)/gimu;
const mostMarks = (text: string): number => Math.max(1000, text.length / 10);
/** For each opening bracket all that follows is looked through for the closing one. */
const mostLooks = 500_000;

/**
 * A document that a person wrote in Markdown, as HTML that is safe to show: no raw HTML, only checked links, nothing
 * loaded from elsewhere. A text that is made of marks would take long (R44), and rows of a table are filled up to its
 * width, so that a short one could become megabytes (R25): the first is shown as it was typed, the second is read
 * without tables.
 */
export function renderMarkdown(text: string): string {
  if (isMadeOfMarks(text)) return renderAsTyped(text);
  if (cellsAtMost(text) <= mostCells) return markdown.render(text);
  markdown.disable("table");
  try {
    return markdown.render(text);
  } finally {
    markdown.enable("table");
  }
}

function isMadeOfMarks(text: string): boolean {
  const marks = countOf(text.matchAll(mark));
  const lines = text.split("\n").length;
  return marks > mostMarks(text) || countOf(text.matchAll(/\[/gu)) * (marks + lines) > mostLooks;
}

function countOf(matches: Iterable<unknown>): number {
  let count = 0;
  for (const _ of matches) count += 1;
  return count;
}

/** As many cells as the tables of a text could have: its most bars in a line for every line. */
function cellsAtMost(text: string): number {
  const lines = text.split("\n");
  return lines.length * lines.reduce((most, line) => Math.max(most, line.split("|").length - 1), 0);
}
