/** A calendar year from the address; null for what is none, which is not found. */
export function yearOf(params: Readonly<Record<string, string>>): number | null {
  const text = params["year"] ?? "";
  return /^20\d\d$/.test(text) ? Number(text) : null;
}
