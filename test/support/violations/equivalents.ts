/** Violations that change nothing anybody could see, as `npm run plant` names them, with the reason for it. */
export interface Equivalent {
  readonly reason: string;
  readonly planted: readonly string[];
}

export const equivalents: readonly Equivalent[] = [];
