/** A value somewhere in a JSON document; what is wrong with it is added to `problems`, one line each. */
export interface JsonNode {
  readonly value: unknown;
  /** Such as $.tickets[3].createdAt */
  readonly path: string;
  readonly problems: string[];
}

/** The fields of a closed object, by name; absent ones have the value undefined. */
export type Fields<Name extends string> = Readonly<Record<Name, JsonNode>>;

/** Notes what is wrong; answers undefined, which is what every reader answers for a value it cannot use. */
export function report(node: JsonNode, message: string): undefined {
  node.problems.push(`${node.path}: ${message}`);
  return undefined;
}

/** The path of a field; names that are no plain word are quoted, so that a problem stays on one line. */
export function pathOfField(path: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** Reads an object that has these fields and no others. */
export function readObject<Required extends string, Optional extends string>(
  node: JsonNode,
  required: readonly Required[],
  optional: readonly Optional[],
): Fields<Required | Optional> | undefined {
  const { value, path, problems } = node;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return report(node, "must be an object");
  const values = new Map<string, unknown>(Object.entries(value));
  const known: readonly string[] = [...required, ...optional];
  const fieldOf = (name: string) => ({ value: values.get(name), path: pathOfField(path, name), problems });
  for (const name of values.keys()) {
    if (!known.includes(name)) report(fieldOf(name), `unknown field, known are ${known.join(", ")}`);
  }
  for (const name of required) {
    if (!values.has(name)) report(fieldOf(name), "is required");
  }
  return Object.fromEntries(known.map((name) => [name, fieldOf(name)])) as Fields<Required | Optional>;
}

/** The items of an array; none when it is missing, which was reported. */
export function readItems(node: JsonNode): readonly JsonNode[] {
  const { value, path, problems } = node;
  if (value === undefined) return [];
  if (!Array.isArray(value)) return report(node, "must be an array") ?? [];
  return value.map((item: unknown, index) => ({ value: item, path: `${path}[${index}]`, problems }));
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
  return value;
}
