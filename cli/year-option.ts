/** A calendar year in an option: null without one, undefined for an invalid one. */
export function readYear(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^20\d\d$/.test(text) ? Number(text) : undefined;
}
