import type { Block, ListBlock } from "./block.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Piece } from "./find-links.ts";
import { readBlocks } from "./read-blocks.ts";
import { readLine } from "./read-line.ts";

interface Showing {
  /** Shows a link's target after its words, for readers outside our pages. */
  readonly showsAddresses?: boolean;
}

/**
 * A typed text as HTML, with every visible character in its place. Five things are marked up: links, line breaks,
 * `code`, code between fences, and lists after a blank line (R07). The work grows with the length of the text alone
 * (R44).
 */
export function renderAsTyped(text: string, showing: Showing = {}): string {
  return readBlocks(text)
    .map((block) => renderBlock(block, showing))
    .join("\n");
}

function renderBlock(block: Block, showing: Showing): string {
  switch (block.kind) {
    case "lines":
      return `<p>${renderLines(block.lines, showing)}</p>`;
    case "code":
      // It scrolls sideways, so it must be reachable by keyboard.
      return `<pre tabindex="0"><code>${block.lines.map((line) => `${escapeHtml(line)}\n`).join("")}</code></pre>`;
    case "list":
      return renderList(block, showing);
  }
}

function renderList({ isNumbered, items }: ListBlock, showing: Showing): string {
  const tag = isNumbered ? "ol" : "ul";
  let expected = 1;
  const rendered = items.map(({ number, blocks }) => {
    const value = number === null || number === expected ? "" : ` value="${number}"`;
    expected = (number ?? 0) + 1;
    return `<li${value}>${blocks.map((block, place) => renderInItem(block, place, showing)).join("")}</li>`;
  });
  return `<${tag}>${rendered.join("")}</${tag}>`;
}

/** The first lines of an item stand beside its marker and are no paragraph. */
function renderInItem(block: Block, place: number, showing: Showing): string {
  return place === 0 && block.kind === "lines" ? renderLines(block.lines, showing) : renderBlock(block, showing);
}

// Without line ends of its own: the page keeps the given spaces and line ends.
function renderLines(lines: readonly string[], showing: Showing): string {
  return lines
    .map((line) =>
      readLine(line)
        .map((piece) => renderPiece(piece, showing))
        .join(""),
    )
    .join("<br>");
}

function renderPiece({ kind, text, href = "", isNamed = false }: Piece, { showsAddresses = false }: Showing): string {
  const words = escapeHtml(text);
  if (kind === "text") return words;
  if (kind === "code") return `<code>${words}</code>`;
  const link = `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow">${words}</a>`;
  return isNamed && showsAddresses ? `${link} (${escapeHtml(href)})` : link;
}
