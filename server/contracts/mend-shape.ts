type Path = readonly PropertyKey[];

/**
 * A value with what is broken in it replaced by what usually stands there, so that the rest can be looked at too. An
 * item of an array is replaced by the usual one of its place, or by the last.
 */
export function mendShape(value: unknown, usual: unknown, broken: readonly Path[]): unknown {
  if (broken.length === 0) return value;
  if (typeof value !== "object" || value === null || broken.some((path) => path.length === 0)) return usual;
  const within = (key: PropertyKey) => broken.filter(([first]) => first === key).map(([, ...rest]) => rest);
  if (Array.isArray(value))
    return value.map((item: unknown, index) => mendShape(item, usualItem(usual, index), within(index)));
  const names = new Set([...Object.keys(value), ...broken.map(([first]) => String(first))]);
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const ofUsual: Readonly<Record<string, unknown>> = { ...(usual as object) };
  // A name that is usually not there is one that nobody knows.
  const known = [...names].filter((name) => Object.hasOwn(ofUsual, name));
  return Object.fromEntries(known.map((name) => [name, mendShape(fields[name], ofUsual[name], within(name))]));
}

function usualItem(usual: unknown, index: number): unknown {
  return Array.isArray(usual) ? usual[Math.min(index, usual.length - 1)] : undefined;
}
