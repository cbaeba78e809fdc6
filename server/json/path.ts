import { printable } from "./printable.ts";

/** What leads from the outermost value of a JSON document to another: names of fields and numbers of items. */
export type JsonPath = readonly (string | number)[];

const plainName = /^[A-Za-z_]\w*$/;
const longestName = 60;

/**
 * A path as it is written before a problem, such as $.tickets[3].createdAt; always one line, and no longer than it
 * helps.
 */
export function pathText(path: JsonPath): string {
  return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : fieldText(part))).join("")}`;
}

/** Names that are no plain word are quoted. */
function fieldText(name: string): string {
  const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return plainName.test(shown) ? `.${shown}` : `[${printable(JSON.stringify(shown))}]`;
}
