/**
 * Imports against the arrows, each with its reason. Only types (import type) may be excepted, because they vanish when
 * compiled. An entry that is no longer needed fails, so this list can only shrink unless somebody argues.
 */
export interface Exception {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [];
