import type { ConditionalExpression, IfStatement, LogicalExpression, Node } from "oxc-parser";
import { type Edit, oneLine, type Place, replace, type Source, textOf } from "./syntax.ts";

/**
 * Refusals that are never given, guards that never hold, conditions that are left out. A condition that its own parts
 * and bounds already cover is not planted again. The compiler checks for null, unless the check refuses.
 */
export function violationsOfConditions(source: Source): Edit[] {
  return source.places.flatMap((place): Edit[] => {
    const { node } = place;
    if (isOfThrow(place)) return [];
    if (node.type === "IfStatement") return editsOfGuard(source, node, place);
    if (node.type === "ConditionalExpression") return editsOfChoice(source, node, place);
    return node.type === "LogicalExpression" ? editsOfParts(source, node, place) : [];
  });
}

/** Whether a place decides about throwing. It guards against the impossible, so no rule decides it. */
export function isOfThrow({ node, around }: Place): boolean {
  return [node, ...around].some((each) => each.type === "ThrowStatement" || (isIf(each) && throws(each.consequent)));
}

function throws(statement: Node): boolean {
  if (statement.type === "BlockStatement") return statement.body.some(throws);
  return statement.type === "ThrowStatement";
}

function isIf(node: Node): node is IfStatement {
  return node.type === "IfStatement";
}

/**
 * Whether a part refuses: `refuse(…)`, a refusal by name, a refusal that is passed on, or `return false` in a question.
 */
function refuses(source: Source, node: Node | null | undefined): boolean {
  if (!node) return false;
  if (node.type === "BlockStatement") return refuses(source, node.body.at(-1));
  if (node.type === "ReturnStatement") return refuses(source, node.argument);
  const text = textOf(source, node);
  return (
    text.startsWith("refuse(") ||
    text === "false" ||
    new RegExp(`const ${text.replaceAll(/\W/g, ".")} = refuse\\(`).test(source.text)
  );
}

function editsOfGuard(source: Source, node: IfStatement, { around: [block] }: Place): Edit[] {
  const { test, consequent } = node;
  const siblings = block?.type === "BlockStatement" ? block.body : [];
  const after = siblings.slice(siblings.findIndex(({ start }) => start === node.start) + 1);
  const edits: Edit[] = [];
  if (refuses(source, consequent) || !(isNullCheck(source, test) || isOr(test))) edits.push(replace(test, "false"));
  // `if (isFine) return …; return refuse(…)` refuses just as the opposite order does.
  if (!after.some(isIf) && refuses(source, after.at(-1))) edits.push(replace(test, "true"));
  return edits;
}

function editsOfChoice(source: Source, node: ConditionalExpression, { around }: Place): Edit[] {
  const { test, consequent, alternate } = node;
  const isRefusal = refuses(source, consequent) || refuses(source, alternate);
  if (isOrder(source, node) || around.some(({ type }) => type === "TemplateLiteral")) return [];
  if (isNullCheck(source, test) && !isRefusal) return [];
  const said = oneLine(textOf(source, test));
  const never = replace(node, `(${textOf(source, alternate)})`, `${said} is never so`);
  const always = replace(node, `(${textOf(source, consequent)})`, `${said} is always so`);
  if (isOr(test) && !isRefusal) return [always];
  return isBound(test) && !isRefusal ? [never] : [never, always];
}

function editsOfParts(source: Source, node: LogicalExpression, { around }: Place): Edit[] {
  const { left, operator, right } = node;
  if (operator === "??" || around.some((each) => each.type === "FunctionDeclaration" && isOrdering(each.id?.name)))
    return [];
  const guard = around.find((each) => each.type === "IfStatement" || each.type === "ConditionalExpression");
  const isRefusal = guard?.type === "IfStatement" && refuses(source, guard.consequent);
  return [
    ...(isNullCheck(source, left) && !isRefusal ? [] : [replace(node, textOf(source, right), leftOut(source, left))]),
    ...(isNullCheck(source, right) && !isRefusal ? [] : [replace(node, textOf(source, left), leftOut(source, right))]),
  ];
}

function leftOut(source: Source, node: Node): string {
  return `leaves out ${oneLine(textOf(source, node))}`;
}

function isOrdering(name: string | undefined): boolean {
  return name !== undefined && /^(?:compare|by[A-Z]|inOrder)/.test(name);
}

function isOr(node: Node): boolean {
  return node.type === "LogicalExpression" && node.operator === "||";
}

/** Whether its own parts or its bound already show what happens when it always holds. */
function isBound(node: Node): boolean {
  return node.type === "LogicalExpression" || (node.type === "BinaryExpression" && /^[<>]/.test(node.operator));
}

function isNullCheck(source: Source, node: Node): boolean {
  if (node.type === "BinaryExpression" && node.operator === "in") return true;
  return node.type === "BinaryExpression" && /[!=]== (?:null|undefined)$/.test(textOf(source, node));
}

/** `a < b ? -1 : 1`: no rule decides whether equal ones come first or last. */
export function isOrder(source: Source, node: Node | undefined): boolean {
  return node?.type === "ConditionalExpression" && source.text.slice(node.consequent.start, node.end) === "-1 : 1";
}
