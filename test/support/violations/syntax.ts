import { parseSync, visitorKeys, type Node } from "oxc-parser";

/** A part of the syntax tree with its surrounding parts, nearest first. */
export interface Place<Kind extends Node = Node> {
  readonly node: Kind;
  readonly around: readonly Node[];
}

/** A text that replaces another at one place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  /** The name of the change, if "… becomes …" does not tell it. */
  readonly what?: string;
}

/** A source with every part of its syntax tree, types left out, in the order of the text. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
}

/** Parses one source. Throws for a text that does not parse. */
export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const places: Place[] = [];
  collect(program, [], places);
  return { path, text, places };
}

function collect(node: Node, around: readonly Node[], places: Place[]): void {
  if (node.type === "ImportDeclaration" || isType(node)) return;
  places.push({ node, around });
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) collect(child, [node, ...around], places);
    }
  }
}

const typesWithValues = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

function isType({ type }: Node): boolean {
  return type.startsWith("TS") && !typesWithValues.has(type);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The text of a part. */
export function textOf({ text }: Source, { start, end }: Node): string {
  return text.slice(start, end);
}

/** Replaces a part by another text. */
export function replace({ start, end }: Node, instead: string, what?: string): Edit {
  return { start, end, instead, ...(what === undefined ? {} : { what }) };
}

/** The expression inside `as const` and `satisfies`. */
export function unwrapped(node: Node): Node {
  return node.type === "TSAsExpression" || node.type === "TSSatisfiesExpression" ? unwrapped(node.expression) : node;
}

/** The written name of an object's property, without quotes; null for a computed one. */
export function keyOf(property: Node): string | null {
  if (property.type !== "Property" || property.computed) return null;
  if (property.key.type === "Identifier") return property.key.name;
  return property.key.type === "Literal" ? String(property.key.value) : null;
}

/** The text of a literal string, otherwise null. */
export function stringOf(node: Node | null): string | null {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** A text without line breaks, for the name of a violation. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
