import { z } from "zod";
import { optionalProse } from "../../http/fields.ts";

/** What taking back a time entry, a visit and another cost have in common: a reason, and who may. */
export const voiding = {
  permission: "time.log",
  input: z.strictObject({ reason: optionalProse(500).default("") }),
} as const;
