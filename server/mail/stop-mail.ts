import { requireAbility } from "../../core/access/abilities.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import type { MailProblem } from "./judge-failure.ts";
import { byOrganisation, lockMail, lockMails } from "./lock-mails.ts";
import { mailDeeds } from "./mail-deeds.ts";
import { markStopped } from "./store.ts";

interface Stopping {
  readonly id: string;
  readonly reason: string;
  readonly systemNow: Temporal.Instant;
}

interface StoppingMany extends Omit<Stopping, "id"> {
  readonly state: "refused" | "given-up";
  /** Only mails with this problem. */
  readonly problem?: MailProblem | undefined;
}

/**
 * Ends a mail by hand, with a recorded reason. Apart from acceptance and refusal, this is the only end of an invoice's
 * mail. Refuses `not-found`, `not-allowed`, `mail-accepted`, `mail-is-code`, and `changed-meanwhile` for a stopped or
 * unneeded one.
 */
export async function stopMail(work: Work<Staff>, { id, reason, systemNow }: Stopping): Promise<Result<null>> {
  const mail = await lockMail(work.tx, id);
  if (mail === undefined) return refuse({ code: "not-found" });
  const { organisationId, kind, aboutId, personId, state } = mail;
  const able = requireAbility(mailDeeds, { actor: work.actor, deed: "mail.stop", thing: mail });
  if (!able.ok) return able;
  await markStopped(work.tx, [id], systemNow);
  const payload = { kind, aboutId, personId, state, reason };
  await recordEvent(work, { kind: "mail-stopped", organisationId, subject: id, payload });
  return accept(null);
}

/**
 * Does the same for all refused or given-up notices, some hundreds at a time. Invoices are stopped one by one. Answers
 * how many. Refuses `not-allowed`.
 */
export async function stopMails(
  work: Work<Staff>,
  { reason, systemNow, ...which }: StoppingMany,
): Promise<Result<number>> {
  const permitted = requirePermission(work.actor, "mail.stop", { organisationId: null });
  if (!permitted.ok) return permitted;
  const mails = await lockMails(work.tx, { ...which, without: ["invoice", "sign-in-code"] });
  await markStopped(
    work.tx,
    mails.map(({ id }) => id),
    systemNow,
  );
  for (const [organisationId, theirs] of byOrganisation(mails)) {
    const payload = {
      mails: theirs.map(({ id, kind, aboutId, personId, state }) => ({ id, kind, aboutId, personId, state })),
      reason,
    };
    await recordEvent(work, {
      kind: "mail-stopped",
      organisationId,
      subject: organisationId ?? "mail",
      payload,
    });
  }
  return accept(mails.length);
}
