import type { Block } from "./block.ts";
import { closes, type Fence, fenceOf, firstCode, longestBelow } from "./fences.ts";
import { indentOf, withoutIndent } from "./indent.ts";
import { closeListsAbove, markerOf, openItem, type OpenList } from "./lists.ts";

/**
 * A text in blocks, read line by line and never back. A blank line ends a block. A list begins after a blank line or at
 * the start. Code stands between two fences. A fence that is never closed is text.
 */
export function readBlocks(text: string): readonly Block[] {
  const reading: Reading = { blocks: [], lists: [], isAfterBlank: true };
  const lines = text.split(/\r\n?|\n/u);
  const longest = longestBelow(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const fence = fenceOf(line);
    if (fence !== null && (longest[at + 1] ?? 0) >= fence.length) at = readCode(lines, at, { fence, reading });
    else readLine(line, reading);
  }
  return reading.blocks;
}

interface Reading {
  readonly blocks: Block[];
  /** The open lists, each inside the last item of the previous one. */
  readonly lists: OpenList[];
  isAfterBlank: boolean;
}

/** Answers the line of the closing fence. */
function readCode(
  lines: readonly string[],
  at: number,
  { fence, reading }: { fence: Fence; reading: Reading },
): number {
  const code = [...firstCode(fence)];
  let end = at + 1;
  for (; end < lines.length && !closes(lines[end] ?? "", fence.length); end += 1)
    code.push(withoutIndent(lines[end] ?? "", fence.indent));
  blocksAt(fence.indent, reading).push({ kind: "code", lines: code });
  reading.isAfterBlank = false;
  return end;
}

function readLine(line: string, reading: Reading): void {
  if (line.trim() === "") {
    reading.isAfterBlank = true;
    return;
  }
  const marker = reading.isAfterBlank || reading.lists.length > 0 ? markerOf(line) : null;
  if (marker === null) addLine(line, reading);
  else openItem(marker, reading).blocks.push({ kind: "lines", lines: [marker.rest] });
  reading.isAfterBlank = false;
}

function addLine(line: string, reading: Reading): void {
  const blocks = blocksAt(indentOf(line), reading);
  const kept = withoutIndent(line, reading.lists.at(-1)?.textIndent ?? 0);
  const last = blocks.at(-1);
  if (last?.kind === "lines" && !reading.isAfterBlank) last.lines.push(kept);
  else blocks.push({ kind: "lines", lines: [kept] });
}

/** The blocks for a line of this indentation: those of the item above it, or of the text itself. */
function blocksAt(indent: number, reading: Reading): Block[] {
  closeListsAbove(indent, reading.lists);
  return reading.lists.at(-1)?.item.blocks ?? reading.blocks;
}
