type Path = readonly PropertyKey[];

/**
 * Replaces the broken parts of a value by usual ones, so that the rest can be checked too. A broken item of an array
 * becomes the usual one of its place, or the last.
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
  // Names that the usual value lacks are unknown.
  const known = [...names].filter((name) => Object.hasOwn(ofUsual, name));
  return Object.fromEntries(known.map((name) => [name, mendShape(fields[name], ofUsual[name], within(name))]));
}

function usualItem(usual: unknown, index: number): unknown {
  return Array.isArray(usual) ? usual[Math.min(index, usual.length - 1)] : undefined;
}
