import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { newId } from "../../server/db/new-id.ts";
import type { MailFailure } from "../../server/mail/judge-failure.ts";
import { recordMails } from "../../server/mail/record-mails.ts";
import { keepFailed } from "../../server/mail/store.ts";
import type { MailKindName } from "../../server/mail/due-mail.ts";
import type { Services } from "../../server/services.ts";
import { asSystem } from "./make-organisation.ts";

export interface MadeMail {
  readonly organisationId: OrganisationId | null;
  readonly aboutId: string;
  readonly personId: PersonId | null;
  readonly kind?: MailKindName;
  readonly failure: MailFailure;
  /** Left out for a waiting mail. */
  readonly state?: "refused" | "given-up";
  readonly hoursAgo?: number;
}

/** A mail that was tried once and not accepted. A waiting one has its next try in a day. Answers its id. */
export async function makeMail(
  services: Services,
  { failure, state, kind = "notice", ...mail }: MadeMail,
): Promise<string> {
  const id = newId();
  const now = services.systemNow();
  const { organisationId, aboutId, personId, hoursAgo = 2 } = mail;
  const endsAt = kind === "invoice" ? null : now.add({ hours: 70 });
  await asSystem(services, now, async ({ tx }) => {
    await recordMails(tx, [{ id, kind, organisationId, aboutId, personId, endsAt }], now.subtract({ hours: hoursAgo }));
    const end = state === undefined ? { nextTry: now.add({ hours: 24 }) } : { state };
    await keepFailed(tx, id, { failure, tried: { address: "iemand@klant.example" }, end }, now);
  });
  return id;
}

/** The newest event of a kind of an organisation. */
export async function eventOf(services: Services, organisationId: OrganisationId, kind: string): Promise<string> {
  const event = await asSystem(services, services.now(), async ({ tx }) =>
    tx
      .selectFrom("events")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("kind", "=", kind)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return event.id;
}
