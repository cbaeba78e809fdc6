import type { Refusal } from "./refusal.ts";

/** The answer of a decision in core: a value, or a refusal with its reason. A broken invariant throws. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** A decision that succeeded, with its value. */
export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A refused decision, with the code and the numbers a person needs. */
export function refuse(refusal: Refusal): Result<never> {
  return { ok: false, refusal };
}

/** Accepts whatever the thing is: the condition of a deed that no state prevents. */
export function always(): Result<null> {
  return accept(null);
}

/** A decision without its value. It keeps the refusal. */
export function withoutValue(decided: Result<unknown>): Result<null> {
  return decided.ok ? accept(null) : decided;
}

/** Ends an exhaustive switch. The compiler proves it unreachable; data that slipped past the types stops here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
