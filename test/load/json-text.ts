/** A value's text as PostgreSQL writes a jsonb value, so that hashes of it can be computed here. */
export function jsonText(value: unknown): string {
  if (typeof value === "bigint") return JSON.stringify(value.toString());
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([one], [other]) => compareKeys(one, other));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${jsonText(member)}`).join(", ")}}`;
}

/** Shorter keys come first. Keys here are ASCII. */
function compareKeys(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
