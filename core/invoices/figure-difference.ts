/** An amount in cents, a number, a text, or null where there is none. */
export type Figure = bigint | number | string | null;

/** A figure that differs from the expected one; null when one side has none. */
export interface FigureDifference {
  readonly what: string;
  readonly expected: Figure;
  readonly stored: Figure;
}

/** The figures that differ between two sides, by name. Source: "Charges, exactly" 7. */
export function figuresThatDiffer(
  expected: Readonly<Record<string, Figure>>,
  stored: Readonly<Record<string, Figure>>,
): readonly FigureDifference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(stored)])].flatMap((what) => {
    const [own, other] = [expected[what] ?? null, stored[what] ?? null];
    return own === other ? [] : [{ what, expected: own, stored: other }];
  });
}

/**
 * The differences of two values of plain JSON, leaf by leaf, each with its path: `reasons[0].minutes`. An undefined
 * property equals a missing one. Source: "Charges, exactly" 7.
 */
export function differencesOfJson(path: string, expected: unknown, stored: unknown): readonly FigureDifference[] {
  if (isNested(expected) && isNested(stored) && Array.isArray(expected) === Array.isArray(stored)) {
    const [own, other] = [propertiesOf(expected), propertiesOf(stored)];
    return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) =>
      differencesOfJson(Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`, own.get(key), other.get(key)),
    );
  }
  const [own, other] = [asFigure(expected), asFigure(stored)];
  return own === other ? [] : [{ what: path, expected: own, stored: other }];
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function propertiesOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value));
}

function asFigure(value: unknown): Figure {
  if (value === undefined || value === null) return null;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
