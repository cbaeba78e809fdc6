/**
 * Imports against the arrows, each with its reason. Only types (import type) may be excepted: they vanish when
 * compiled. An entry that is not needed any more fails, so that this list can only shrink unless someone argues.
 */
export interface Exception {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [];
