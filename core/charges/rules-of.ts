import type { Reason } from "./charge.ts";

/** The contract rules behind a charge, each once, in the order in which they took part. */
export function rulesOf(reasons: readonly Reason[]): readonly string[] {
  return [...new Set(reasons.map((reason) => reason.rule))];
}
