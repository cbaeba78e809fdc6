import type { Block, Item, ListBlock } from "./block.ts";
import { widthOf } from "./indent.ts";

/** A list whose last item may continue. */
export interface OpenList {
  /** The columns of its markers and of the text after them. */
  readonly indent: number;
  readonly textIndent: number;
  readonly list: ListBlock;
  readonly item: Item;
}

interface Marker {
  readonly indent: number;
  readonly textIndent: number;
  readonly number: number | null;
  readonly rest: string;
}

/** As deep as a reader can follow. Deeper items stay at this depth. */
const deepest = 5;
const indentOfNested = 2;

/** "- ", "* " or "12. ", followed by more than a line of signs. */
const marked = /^([ \t]*)(?:[-*]|([1-9]\d{0,2}|0)\.)([ \t]+)(?=\S)(.*)$/u;
const onlySigns = /^[\s\-*_=+~.]*$/u;

/** The marker of a list item at the beginning of a line, or null. */
export function markerOf(line: string): Marker | null {
  const match = marked.exec(line);
  if (match === null) return null;
  const [, before = "", number, gap = "", rest = ""] = match;
  if (onlySigns.test(rest)) return null;
  const indent = widthOf(before);
  const textIndent = indent + (number === undefined ? 1 : number.length + 1) + widthOf(gap);
  return { indent, textIndent, number: number === undefined ? null : Number(number), rest };
}

/**
 * The item after a marker: in the list it is aligned with, in a new list inside that one, or in a new list after it.
 */
export function openItem(
  marker: Marker,
  { blocks, lists }: { readonly blocks: Block[]; readonly lists: OpenList[] },
): Item {
  while (lists.length > 1 && marker.indent < (lists.at(-1)?.indent ?? 0)) lists.pop();
  const open = lists.at(-1);
  const isNested = open !== undefined && lists.length < deepest && marker.indent >= open.indent + indentOfNested;
  if (open !== undefined && !isNested) lists.pop();
  const item: Item = { number: marker.number, blocks: [] };
  const isNumbered = marker.number !== null;
  const goesOn = open !== undefined && !isNested && open.list.isNumbered === isNumbered;
  const list: ListBlock = goesOn ? open.list : { kind: "list", isNumbered, items: [] };
  if (!goesOn) (lists.at(-1)?.item.blocks ?? blocks).push(list);
  list.items.push(item);
  lists.push({ indent: goesOn ? open.indent : marker.indent, textIndent: marker.textIndent, list, item });
  return item;
}

/** Ends the lists that a line of this indentation does not belong to. */
export function closeListsAbove(indent: number, lists: OpenList[]): void {
  while (lists.length > 0 && indent < (lists.at(-1)?.indent ?? 0) + indentOfNested) lists.pop();
}
