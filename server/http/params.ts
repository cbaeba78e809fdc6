import { z } from "zod";
import { isMonth } from "../../core/values/month.ts";
import { uuid } from "./fields.ts";

// The pieces that the parts of addresses are made of. A part that does not fit leads nowhere: it is not found.

/** A ticket's or an invoice's own name; one that nothing has is found by nobody. */
export const reference = z.string().max(40);

/** The id of one kind of thing. */
export const idOf = <Id extends string>() => uuid.pipe(z.custom<Id>());

export const month = z.string().max(7).refine(isMonth, "not-an-option");

/** A calendar year of this century. */
export const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);

/** An address without parts of its own. */
export const noParams = z.strictObject({});

/** The address of a ticket, and of what belongs to one. */
export const ofTicket = z.strictObject({ reference });
export const ofInvoice = z.strictObject({ number: reference });
