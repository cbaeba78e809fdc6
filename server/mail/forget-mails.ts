import type { Transaction } from "../db/connect.ts";
import { deleteSettledMails } from "./store.ts";

/** How long the result of a mail is kept. An invoice's is kept for ever. */
const keptDays = { "sign-in-code": 7, notice: 90, invitation: 90 } as const;
const mostForgotten = 10_000;

/** Removes the results of old mails. */
export async function forgetMails(tx: Transaction, now: Temporal.Instant): Promise<void> {
  for (const kind of ["sign-in-code", "notice", "invitation"] as const)
    await deleteSettledMails(tx, { kind, before: now.subtract({ hours: 24 * keptDays[kind] }), most: mostForgotten });
}
