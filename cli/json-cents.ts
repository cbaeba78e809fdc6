import type { Cents } from "../core/values/money.ts";

/** Cents as a JSON number; the bounds of the input keep them far below what a number holds exactly. */
export function jsonCents(cents: Cents): number {
  const number = Number(cents);
  if (!Number.isSafeInteger(number)) throw new Error(`${cents} cents do not fit into a JSON number`);
  return number;
}
