import { z } from "zod";
import { vatPositions } from "../../core/charges/vat.ts";
import { isMonth } from "../../core/values/month.ts";
import { optionalLine } from "../http/fields.ts";

/** Where a customer stands for VAT, from which month on, and under which number. */
export const vatPosition = z.strictObject({
  position: z.enum(vatPositions),
  from: z.string().max(7).refine(isMonth, "not-an-option"),
  vatNumber: optionalLine(30),
});
