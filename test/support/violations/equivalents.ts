/** Violations without a visible effect, by their names in `npm run plant`, with the reason. */
export interface Equivalent {
  readonly reason: string;
  readonly planted: readonly string[];
}

export const equivalents: readonly Equivalent[] = [];
