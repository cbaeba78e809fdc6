import { printable } from "./printable.ts";

/** The path from the outermost value of a JSON document to an inner one: names of fields and numbers of items. */
export type JsonPath = readonly (string | number)[];

const plainName = /^[A-Za-z_]\w*$/;
const longestName = 60;

/** A path before a problem, such as $.tickets[3].createdAt. Always one line, and not too long. */
export function pathText(path: JsonPath): string {
  return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : fieldText(part))).join("")}`;
}

/** A name that is no plain word is quoted. */
function fieldText(name: string): string {
  const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  return plainName.test(shown) ? `.${shown}` : `[${printable(JSON.stringify(shown))}]`;
}
