import type { JsonPath } from "../server/json/path.ts";
import type { Problems } from "./problems.ts";
import { UnreadItems } from "./unread-items.ts";

/** A value in a JSON document. Its problems are added to `problems`. */
export interface JsonNode {
  readonly value: unknown;
  /** Its object or array; null for the outermost value. Only a problem needs the whole path. */
  readonly parent: JsonNode | null;
  readonly at: string | number;
  readonly problems: Problems;
}

/** The fields of a closed object, by name; an absent one has the value undefined. */
export type Fields<Name extends string> = Readonly<Record<Name, JsonNode>>;

/** The node of a whole document. */
export function rootNode(value: unknown, problems: Problems): JsonNode {
  return { value, parent: null, at: "", problems };
}

/** Notes a problem and answers undefined, as every reader does for an unusable value. */
export function report(node: JsonNode, message: string): undefined {
  node.problems.add(pathOf(node), message);
  return undefined;
}

/** The path to a node. */
export function pathOf(node: JsonNode): JsonPath {
  return node.parent === null ? [] : [...pathOf(node.parent), node.at];
}

/** Reads an object with exactly these fields. */
export function readObject<Required extends string, Optional extends string>(
  node: JsonNode,
  required: readonly Required[],
  optional: readonly Optional[],
): Fields<Required | Optional> | undefined {
  const { value } = node;
  if (!isObject(value)) return report(node, "must be an object");
  const known: readonly string[] = [...required, ...optional];
  const fieldOf = (name: string) => childOf(node, name, Object.hasOwn(value, name) ? value[name] : undefined);
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) report(fieldOf(name), `unknown field, known are ${known.join(", ")}`);
  }
  for (const name of required) {
    if (!Object.hasOwn(value, name)) report(fieldOf(name), "is required");
  }
  const fields: Record<string, JsonNode> = {};
  for (const name of known) fields[name] = fieldOf(name);
  return fields as Fields<Required | Optional>;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !isList(value);
}

function childOf(parent: JsonNode, at: string | number, value: unknown): JsonNode {
  return { value, parent, at, problems: parent.problems };
}

/** The items of an array, one at a time; none for a missing one, which was reported. */
export function* readItems(node: JsonNode): Generator<JsonNode, void> {
  const { value } = node;
  if (value === undefined) return;
  if (!isList(value)) return report(node, "must be an array");
  let index = 0;
  for (const item of value) yield childOf(node, index++, item);
}

function isList(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof UnreadItems;
}

/** A text of 1 to 200 characters. */
export function readText(node: JsonNode): string | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  if (typeof value !== "string") return report(node, "must be text");
  if (value === "" || value.length > 200) return report(node, "must be 1 to 200 characters");
  return value;
}

export function readBoolean(node: JsonNode): boolean | undefined {
  const { value } = node;
  if (value === undefined || typeof value === "boolean") return value;
  return report(node, "must be true or false");
}

export function readOption<Option extends string>(node: JsonNode, options: readonly Option[]): Option | undefined {
  if (node.value === undefined) return undefined;
  const found = options.find((option) => option === node.value);
  return found ?? report(node, `must be one of ${options.join(", ")}`);
}

/** A whole number from 0 up to a bound. */
export function readWhole(node: JsonNode, atMost: number): number | undefined {
  const { value } = node;
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > atMost) {
    return report(node, `must be a whole number from 0 to ${atMost}`);
  }
  // JSON has a number -0, which would print as such.
  return value === 0 ? 0 : value;
}
