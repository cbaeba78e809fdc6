import { z } from "zod";
import { vatPositions } from "../../core/charges/vat.ts";
import { optionalLine } from "../http/fields.ts";
import { month } from "../http/params.ts";

/** A customer's VAT position, its first month, and its number. */
export const vatPosition = z.strictObject({
  position: z.enum(vatPositions),
  from: month,
  vatNumber: optionalLine(30),
});
