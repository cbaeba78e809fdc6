import { z } from "zod";
import { line } from "../http/fields.ts";
import { mailProblems } from "../mail/judge-failure.ts";

/** Which mails are tried again: those that stand alike, or of them those with one problem. */
export const reviving = z.strictObject({
  state: z.enum(["waiting", "refused", "given-up"]),
  problem: z.enum(mailProblems).optional(),
});
/** Which mails are stopped, and why. */
export const stoppingMany = z.strictObject({
  state: z.enum(["refused", "given-up"]),
  problem: z.enum(mailProblems).optional(),
  reason: line(500),
});
export const stopping = z.strictObject({ reason: line(500) });
