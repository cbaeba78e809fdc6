import { can } from "../../core/access/can.ts";
import type { Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import type { MailProblem } from "./judge-failure.ts";
import { enqueueMails } from "./enqueue-mails.ts";
import type { OpenState } from "./due-mail.ts";
import { byOrganisation, type LockedMail, lockMail, lockMails } from "./lock-mails.ts";
import { reviveMails } from "./store.ts";

/**
 * Tries a mail now, also a refused, given-up or stopped one. A notice then has three more days. Refuses `not-found`,
 * `not-allowed`, `mail-accepted`, and `mail-is-code` for an expired code.
 */
export async function tryMailAgain(
  work: Work<Staff>,
  { id, systemNow }: { readonly id: string; readonly systemNow: Temporal.Instant },
): Promise<Result<null>> {
  const mail = await lockMail(work.tx, id);
  if (mail === undefined) return refuse({ code: "not-found" });
  if (!can(work.actor, "mail.manage", mail)) return refuse({ code: "not-allowed" });
  if (mail.state === "accepted") return refuse({ code: "mail-accepted" });
  if (mail.kind === "sign-in-code" && mail.state !== "waiting") return refuse({ code: "mail-is-code" });
  await revive(work, [mail], systemNow);
  return accept(null);
}

export interface ManyMails {
  readonly state: Exclude<OpenState, "stopped">;
  /** Only mails with this problem. */
  readonly problem?: MailProblem | undefined;
  readonly systemNow: Temporal.Instant;
}

/**
 * Does the same for all mails in one state, some hundreds at a time, oldest first. Answers how many. Refuses
 * `not-allowed`.
 */
export async function tryMailsAgain(work: Work<Staff>, { systemNow, ...which }: ManyMails): Promise<Result<number>> {
  if (!can(work.actor, "mail.manage", { organisationId: null })) return refuse({ code: "not-allowed" });
  const mails = await lockMails(work.tx, { ...which, without: which.state === "waiting" ? [] : ["sign-in-code"] });
  await revive(work, mails, systemNow);
  return accept(mails.length);
}

async function revive(work: Work<Staff>, mails: readonly LockedMail[], systemNow: Temporal.Instant): Promise<void> {
  const ids = mails.map(({ id }) => id);
  await reviveMails(work.tx, ids, systemNow);
  await enqueueMails(work.tx, ids, { isAsked: true });
  for (const [organisationId, theirs] of byOrganisation(mails)) {
    const [only] = theirs;
    await recordEvent(work, {
      kind: "mail-tried-again",
      organisationId,
      subject: only !== undefined && theirs.length === 1 ? only.id : (organisationId ?? "mail"),
      payload: {
        mails: theirs.map(({ id, kind, aboutId, personId, state }) => ({ id, kind, aboutId, personId, state })),
      },
    });
  }
}
