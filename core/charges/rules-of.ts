import type { Reason } from "./charge.ts";

/** The rules of the contract that a charge rests on, each once, in the order in which they took part. */
export function rulesOf(reasons: readonly Reason[]): readonly string[] {
  return [...new Set(reasons.map((reason) => reason.rule))];
}
