import type { Block, ListBlock } from "./block.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Piece } from "./find-links.ts";
import { readBlocks } from "./read-blocks.ts";
import { readLine } from "./read-line.ts";

/**
 * What a person typed, as HTML in which every visible character stands as it was typed. Five things are marked up: links,
 * line breaks, `code`, code between fences, and lists that begin after a blank line (R07). The work grows with the text and
 * nothing else, whatever stands in it (R44).
 */
export function renderAsTyped(text: string): string {
  return readBlocks(text).map(renderBlock).join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "lines":
      return `<p>${renderLines(block.lines)}</p>`;
    case "code":
      // It scrolls sideways, so that the keyboard must be able to reach it.
      return `<pre tabindex="0"><code>${block.lines.map((line) => `${escapeHtml(line)}\n`).join("")}</code></pre>`;
    case "list":
      return renderList(block);
  }
}

function renderList({ isNumbered, items }: ListBlock): string {
  const tag = isNumbered ? "ol" : "ul";
  let expected = 1;
  const rendered = items.map(({ number, blocks }) => {
    const value = number === null || number === expected ? "" : ` value="${number}"`;
    expected = (number ?? 0) + 1;
    return `<li${value}>${blocks.map(renderInItem).join("")}</li>`;
  });
  return `<${tag}>${rendered.join("")}</${tag}>`;
}

/** The first lines of an item stand beside its marker, so they are no paragraph. */
function renderInItem(block: Block, place: number): string {
  return place === 0 && block.kind === "lines" ? renderLines(block.lines) : renderBlock(block);
}

// No line end of its own: the page keeps the spaces and line ends it is given.
function renderLines(lines: readonly string[]): string {
  return lines.map((line) => readLine(line).map(renderPiece).join("")).join("<br>");
}

function renderPiece({ kind, text, href = "" }: Piece): string {
  const words = escapeHtml(text);
  if (kind === "text") return words;
  if (kind === "code") return `<code>${words}</code>`;
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${words}</a>`;
}
