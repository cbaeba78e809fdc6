import { z } from "zod";

// The building blocks of the API's closed answer schemas.

/** An amount of money: a bigint inside, a whole number in JSON. */
export const cents = z.bigint().transform(Number).pipe(z.int());
export const id = z.uuid();
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/);
/** The key to ask for the next page; null on the last page. */
export const pageKey = z.string().nullable();

/** The id of a new thing. */
export const made = z.strictObject({ id });
/** The answer of an action without a result. */
export const done = z
  .null()
  .transform(() => ({}))
  .pipe(z.strictObject({}));
