import { z } from "zod";
import { isMonth } from "../../core/values/month.ts";
import { uuid } from "./fields.ts";

// The building blocks of address schemas. An address with a part that does not fit is not found.

/** The public reference of a ticket or an invoice. Nothing is found under an unknown one. */
export const reference = z.string().max(40);

/** The id of one kind of thing. */
export const idOf = <Id extends string>() => uuid.pipe(z.custom<Id>());

export const month = z.string().max(7).refine(isMonth, "not-an-option");

/** A calendar year of this century. */
export const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);

/** An address without parts. */
export const noParams = z.strictObject({});

/** The address of a ticket, or of a thing that belongs to one. */
export const ofTicket = z.strictObject({ reference });
export const ofInvoice = z.strictObject({ number: reference });
