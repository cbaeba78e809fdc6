import MarkdownIt from "markdown-it";
import { renderAsTyped } from "./as-typed.ts";
import { escapeHtml } from "./escape-html.ts";
import { isForeignLink, safeLink } from "./safe-link.ts";

/** Raw HTML stays text. Typographic replacement is off, so that readers see what was typed. */
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

// A foreign image would tell its owner who reads when, so it becomes a link (R07).
markdown.renderer.rules["image"] = (tokens, index) => {
  const token = tokens[index];
  const address = safeLink(String(token?.attrGet("src") ?? ""));
  const words = escapeHtml(token?.content === undefined || token.content === "" ? (address ?? "") : token.content);
  if (address === null) return words;
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer nofollow">${words}</a>`;
};

// The alignment of a table's cells would be a style attribute, which the page's policy forbids.
for (const cell of ["th_open", "td_open"]) {
  markdown.renderer.rules[cell] = (tokens, index) => `<${tokens[index]?.tag ?? "td"}>`;
}

// A block of code scrolls sideways, so it must be reachable by keyboard.
for (const block of ["fence", "code_block"]) {
  markdown.renderer.rules[block] = (tokens, index) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`;
}

const mostCells = 5000;

/** The places where one of Markdown's rules starts looking. */
const mark = /[[\]!*_~&<\\`|@]|:\/\/|www\.|^[ \t]*(?:[-+=#>]|\d)/gimu;
const mostMarks = (text: string): number => Math.max(1000, text.length / 10);
/** For each opening bracket Markdown looks through all later text for the closing one. */
const mostLooks = 500_000;

/**
 * A text in Markdown as safe HTML: no raw HTML, only checked links, nothing loaded from elsewhere. A text made mostly
 * of marks would take long (R44), so it is shown as it was typed. Markdown fills short table rows up, so that a short
 * text could become megabytes (R25); a text with too many cells is read without tables.
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

/** The highest possible number of table cells in a text: its lines times the most bars in a line. */
function cellsAtMost(text: string): number {
  const lines = text.split("\n");
  return lines.length * lines.reduce((most, line) => Math.max(most, line.split("|").length - 1), 0);
}
