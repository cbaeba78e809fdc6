import { z } from "zod";
import { line } from "../http/fields.ts";
import { mailProblems } from "../mail/judge-failure.ts";

/** The mails to try again: those in one state, or those of them with one problem. */
export const reviving = z.strictObject({
  state: z.enum(["waiting", "refused", "given-up"]),
  problem: z.enum(mailProblems).optional(),
});
/** The mails to stop, and the reason. */
export const stoppingMany = z.strictObject({
  state: z.enum(["refused", "given-up"]),
  problem: z.enum(mailProblems).optional(),
  reason: line(500),
});
export const stopping = z.strictObject({ reason: line(500) });
