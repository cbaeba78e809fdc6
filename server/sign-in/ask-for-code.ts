import { randomBytes } from "node:crypto";
import type { MailAddress } from "../mail/address.ts";
import { enqueueJob } from "../events/record-event.ts";
import { newId, type Work } from "../events/work.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findPersonByAddress } from "./people.ts";
import { askLimits, takeHits } from "./rate-limit.ts";
import { hashSecret, makeSecret } from "./secrets.ts";

export const codeMinutes = 10;

interface Asking {
  readonly mailAddress: MailAddress;
  /** Where the request came from. */
  readonly address: string;
  readonly systemNow: Temporal.Instant;
}

/**
 * Makes room for a code, bound to the browser that asked, and has it mailed. Does and answers the same for an address that
 * nobody has (R17): the job then mails nothing. Answers the browser's secret; refuses `too-many-attempts`, whose counting
 * must be kept.
 */
export async function askForCode(work: Work, { mailAddress, address, systemNow }: Asking): Promise<Result<string>> {
  const known = mailAddress.toLowerCase();
  const minutes = await takeHits(work.tx, askLimits(known, address), systemNow);
  if (minutes !== null) return refuse({ code: "too-many-attempts", minutes });
  const person = await findPersonByAddress(work.tx, known);
  const id = newId();
  const browser = makeSecret();
  await work.tx
    .insertInto("sign_in_codes")
    .values({
      id,
      person_id: person?.id ?? null,
      mail_address: known,
      // Nothing matches these until the job has made the code itself: the queue must never hold it.
      code_hash: randomBytes(32),
      link_hash: randomBytes(32),
      browser_hash: hashSecret(browser),
      created_at: systemNow,
      expires_at: systemNow.add({ minutes: codeMinutes }),
    })
    .execute();
  await enqueueJob(work, "send-sign-in-code", { codeId: id });
  return accept(browser);
}
