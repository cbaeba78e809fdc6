/** A calendar year as an option gives it: null when it was not given, undefined for what is no year of ours. */
export function readYear(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^20\d\d$/.test(text) ? Number(text) : undefined;
}
