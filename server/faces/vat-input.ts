import { z } from "zod";
import { vatPositions } from "../../core/charges/vat.ts";
import { optionalLine } from "../http/fields.ts";
import { month } from "../http/params.ts";

/** Where a customer stands for VAT, from which month on, and under which number. */
export const vatPosition = z.strictObject({
  position: z.enum(vatPositions),
  from: month,
  vatNumber: optionalLine(30),
});
