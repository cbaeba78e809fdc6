/** A route's pattern as an expression. A parameter stands for one step of a path, `*` for its rest. */
export function patternOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)").replaceAll("*", ".*")}$`);
}

/** The parameters of a path that fits a route's pattern; null for any other path. */
export function parametersOf(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const match = patternOf(pattern).exec(path);
  if (match === null) return null;
  const entries = Object.entries(match.groups ?? {}).map(([name, text]) => [name, decoded(text)] as const);
  return Object.fromEntries(entries);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
