import type { Staff, System } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { newId } from "../db/new-id.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { enqueueMails } from "../mail/enqueue-mails.ts";
import { recordMails } from "../mail/record-mails.ts";
import { hashSecret, makeSecret } from "./secrets.ts";
import { saveInvitation } from "./store-invitations.ts";

/** How long somebody has to follow the link of a mail. */
export const invitationLifetime = { hours: 7 * 24 } as const;

export interface Inviting {
  readonly personId: PersonId;
  readonly lifetime: { readonly hours: number };
  readonly systemNow: Temporal.Instant;
}

export interface Invitation {
  /** The plain secret of the link. It exists nowhere else, so whoever made it must hand it over. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

/**
 * Makes a person's invitation to hand over, for example on a console: its link signs in once, until its lifetime is
 * over (R20). An earlier invitation of the person works no more. The caller asks whether the actor may invite.
 */
export async function makeInvitation(work: Work<Staff | System>, inviting: Inviting): Promise<Invitation> {
  const { token, expiresAt } = await keepInvitation(work, inviting, "hand");
  return { token, expiresAt };
}

/**
 * The same in a mail to the person, in their language. The mail makes another secret when it goes out, so that neither
 * queue nor outbox ever holds one (R45). Answers until when it works.
 */
export async function mailInvitation(work: Work<Staff | System>, inviting: Inviting): Promise<Temporal.Instant> {
  const { personId, systemNow } = inviting;
  const { id: aboutId, expiresAt } = await keepInvitation(work, inviting, "mail");
  if (!work.reacts) return expiresAt;
  const mail = { kind: "invitation", organisationId: null, aboutId, personId, endsAt: expiresAt } as const;
  await enqueueMails(work.tx, await recordMails(work.tx, [{ ...mail, id: newId() }], systemNow));
  return expiresAt;
}

async function keepInvitation(
  work: Work<Staff | System>,
  { personId, lifetime, systemNow }: Inviting,
  by: "mail" | "hand",
): Promise<Invitation & { readonly id: string }> {
  const [id, token] = [newId(), makeSecret()];
  // The database keeps no nanoseconds, and people are told whole minutes.
  const expiresAt = systemNow.add(lifetime).round({ smallestUnit: "second", roundingMode: "floor" });
  await saveInvitation(work.tx, {
    personId,
    id,
    tokenHash: hashSecret(token),
    createdAt: systemNow,
    expiresAt,
    madeBy: work.actor.kind === "system" ? null : work.actor.personId,
  });
  await recordEvent(work, {
    kind: "person-invited",
    organisationId: null,
    subject: personId,
    payload: { expiresAt: expiresAt.toString(), by },
  });
  return { id, token, expiresAt };
}
