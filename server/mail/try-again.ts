import { requireAbility } from "../../core/access/abilities.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import type { MailProblem } from "./judge-failure.ts";
import { enqueueMails } from "./enqueue-mails.ts";
import type { OpenState } from "./due-mail.ts";
import { byOrganisation, type LockedMail, lockMail, lockMails } from "./lock-mails.ts";
import { mailDeeds } from "./mail-deeds.ts";
import { reviveMails } from "./store.ts";

/**
 * Tries a mail now, also a refused, given-up or stopped one. A notice then has three more days. Refuses `not-found`,
 * `not-allowed`, `mail-accepted`, `mail-is-code` for an expired code, and `changed-meanwhile` for an unneeded mail.
 */
export async function tryMailAgain(
  work: Work<Staff>,
  { id, systemNow }: { readonly id: string; readonly systemNow: Temporal.Instant },
): Promise<Result<null>> {
  const mail = await lockMail(work.tx, id);
  if (mail === undefined) return refuse({ code: "not-found" });
  const able = requireAbility(mailDeeds, { actor: work.actor, deed: "mail.try-again", thing: mail });
  if (!able.ok) return able;
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
  const permitted = requirePermission(work.actor, "mail.try-again", { organisationId: null });
  if (!permitted.ok) return permitted;
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
