import type { CallExpression } from "oxc-parser";
import { isOfThrow, isOrder } from "./conditions.ts";
import { type Edit, oneLine, type Place, replace, type Source, textOf } from "./syntax.ts";

/** Bounds moved by one, numbers raised by one, a minimum that becomes a maximum, questions with a fixed answer. */
export function violationsOfBounds(source: Source): Edit[] {
  return source.places.flatMap((place): Edit[] => {
    if (isOfThrow(place)) return [];
    if (place.node.type === "BinaryExpression") return editsOfComparison(source, place);
    if (place.node.type === "CallExpression") return editsOfCall(source, place.node);
    return editsOfNumber(source, place);
  });
}

const movedByOne: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const reversed: Readonly<Record<string, string>> = { "<": ">", ">": "<" };

function editsOfComparison(source: Source, { node, around: [parent, grandparent] }: Place): Edit[] {
  if (node.type !== "BinaryExpression") return [];
  const { left, operator, right } = node;
  const instead = isOrder(source, parent) ? reversed[operator] : movedByOne[operator];
  if (instead !== undefined) return [replace(node, `${textOf(source, left)} ${instead} ${textOf(source, right)}`)];
  const isWhole = parent?.type === "ReturnStatement" || parent?.type === "ArrowFunctionExpression";
  if (!isWhole || (operator !== "===" && operator !== "!==")) return [];
  const isFilter = grandparent?.type === "CallExpression" && textOf(source, grandparent.callee).endsWith(".filter");
  return [...(isFilter ? [] : [replace(node, "true")]), replace(node, "false")];
}

function editsOfCall(source: Source, node: CallExpression): Edit[] {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
  const { name } = callee.property;
  const said = oneLine(source.text.slice(callee.property.start, node.end));
  if (name === "filter") return [replace(node, textOf(source, callee.object), `does not ${said}`)];
  if (textOf(source, callee.object) !== "Math" || (name !== "min" && name !== "max")) return [];
  return [replace(callee, name === "min" ? "Math.max" : "Math.min", `the other of Math.${said}`)];
}

function editsOfNumber(source: Source, place: Place): Edit[] {
  const { node, around } = place;
  if (node.type !== "Literal" || isOfNoRule(source, place)) return [];
  if (typeof node.value !== "number" && typeof node.value !== "bigint") return [];
  const more = typeof node.value === "bigint" ? `${node.value + 1n}n` : String(node.value + 1);
  return [replace(node, more, `${node.raw} is one more in ${oneLine(textOf(source, around[0] ?? node))}`)];
}

const tellWhere = /\.(?:at|slice|charAt|padStart|reduce)$/;

/** Milliseconds in a second and a minute, seconds in a minute, minutes in an hour, hours in a day. */
const units = new Set([1000, 60_000, 60, 24]);

/**
 * Numbers that no rule decides: `list[0]` and `list.at(-1)` are places, `a < b ? -1 : 1` is an order, and units count.
 * A bound of 0 and any other compared whole number move with their comparison.
 */
function isOfNoRule(source: Source, { node, around: [parent] }: Place): boolean {
  if (parent === undefined || node.type !== "Literal") return true;
  if (parent.type === "MemberExpression" || parent.type === "UnaryExpression") return true;
  if (parent.type === "CallExpression") return tellWhere.test(textOf(source, parent.callee));
  if (parent.type === "ConditionalExpression") return isOrder(source, parent);
  if (parent.type !== "BinaryExpression") return false;
  if (parent.operator === "*" || parent.operator === "/") return units.has(Number(node.value));
  return Number(node.value) === 0 || parent.operator in movedByOne;
}
