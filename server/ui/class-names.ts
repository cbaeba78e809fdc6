/** The names that are set, as the value of a `class` attribute; undefined without any. */
export function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  const set = names.filter(Boolean);
  return set.length === 0 ? undefined : set.join(" ");
}
