import { z } from "zod";

// The pieces that closed schemas of the API's answers are made of.

/** An amount of money: a bigint inside, a whole number in JSON. */
export const cents = z.bigint().transform(Number).pipe(z.int());
export const id = z.uuid();
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/);
/** What the following page is asked for with; null on the last one. */
export const pageKey = z.string().nullable();

/** What was made. */
export const made = z.strictObject({ id });
/** What was done, of which there is nothing to tell. */
export const done = z
  .null()
  .transform(() => ({}))
  .pipe(z.strictObject({}));
