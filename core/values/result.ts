import type { Refusal } from "./refusal.ts";

/** What a decision of core answers: a value, or a refusal that says why not. Broken invariants throw instead. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** A decision that went through, carrying its value. */
export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A decision that did not go through, carrying the code and the numbers a person needs. */
export function refuse(refusal: Refusal): Result<never> {
  return { ok: false, refusal };
}

/** Ends an exhaustive switch: the compiler proves it unreachable, and data that slipped past the types stops here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
