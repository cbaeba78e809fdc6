import { randomBytes } from "node:crypto";
import type { PersonId } from "../../core/values/ids.ts";
import type { MailAddress } from "../people/mail-address.ts";
import { enqueueJob } from "../queue/enqueue-job.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findKnownBrowser } from "./known-browsers.ts";
import { findPersonByAddress } from "../people/read-people.ts";
import { addressLimits, askerLimits, knownAskLimits, takeHits, warningLimits } from "./rate-limit.ts";
import { hashSecret, makeSecret } from "./secrets.ts";
import { insertCode } from "./store-codes.ts";

export const codeMinutes = 10;
const warningDays = 3;

interface Asking {
  readonly mailAddress: MailAddress;
  /** The address of the request's sender. */
  readonly address: string;
  /** The secret of a known browser, from its cookie. */
  readonly knownBrowser: string | undefined;
  readonly systemNow: Temporal.Instant;
}

/**
 * Makes room for a code, bound to the asking browser, and has it mailed. An unknown address gets the same answer after
 * the same work (R17); its job mails nothing. Answers the browser's secret. Refuses `too-many-attempts`, and its count
 * must be kept. When so many ask that the address's limit is used up, its owner is told, once a day.
 */
export async function askForCode(work: Work, asking: Asking): Promise<Result<string>> {
  const { knownBrowser, address, systemNow } = asking;
  const mailAddress = asking.mailAddress.toLowerCase();
  const person = await findPersonByAddress(work.tx, mailAddress);
  const personId = person?.id ?? null;
  const known = await findKnownBrowser(work.tx, { secret: knownBrowser, personId, now: systemNow });
  const own = known === null ? askerLimits(mailAddress, address) : knownAskLimits(known);
  const minutes = await takeHits(work.tx, own, systemNow);
  if (minutes !== null) return refuse({ code: "too-many-attempts", minutes });
  const room = { personId, mailAddress, systemNow };
  const full = known === null ? await takeHits(work.tx, addressLimits(mailAddress), systemNow) : null;
  if (full !== null) {
    if ((await takeHits(work.tx, warningLimits(mailAddress), systemNow)) === null)
      await makeRoom(work, { ...room, isWarning: true, endsAt: systemNow.add({ hours: warningDays * 24 }) });
    return refuse({ code: "too-many-attempts", minutes: full });
  }
  return accept(await makeRoom(work, { ...room, isWarning: false, endsAt: systemNow.add({ minutes: codeMinutes }) }));
}

interface Room {
  readonly personId: PersonId | null;
  readonly mailAddress: string;
  readonly isWarning: boolean;
  readonly systemNow: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Adds the row for the mail, and the job that sends it. Answers the secret for using it. */
async function makeRoom(work: Work, { personId, mailAddress, isWarning, systemNow, endsAt }: Room): Promise<string> {
  const id = newId();
  const browser = makeSecret();
  await insertCode(work.tx, {
    id,
    personId,
    mailAddress,
    isWarning,
    // Nothing matches these until the job makes the code itself, because the queue must never hold one.
    codeHash: randomBytes(32),
    linkHash: randomBytes(32),
    browserHash: hashSecret(browser),
    createdAt: systemNow,
    expiresAt: endsAt,
  });
  await enqueueJob(work, "send-sign-in-code", { codeId: id });
  return browser;
}
