import { z } from "zod";
import { optionalProse } from "../../http/fields.ts";

/** The common parts of taking back a time entry, a visit or another cost: a reason and a permission. */
export const voiding = {
  permission: "time.log",
  input: z.strictObject({ reason: optionalProse(500).default("") }),
} as const;
