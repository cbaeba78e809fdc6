import type { Cents } from "../core/values/money.ts";

/** Cents as a JSON number. The bounds of the input keep them far below the limit of exact numbers. */
export function jsonCents(cents: Cents): number {
  const number = Number(cents);
  if (!Number.isSafeInteger(number)) throw new Error(`${cents} cents do not fit into a JSON number`);
  return number;
}
