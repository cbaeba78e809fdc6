import { formatDate, formatTime } from "../../core/calendar/format-time.ts";
import { newId } from "../db/new-id.ts";
import { inTransaction } from "../db/transaction.ts";
import { paths } from "../faces/paths.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { MailKind } from "../mail/send-mail.ts";
import { nameOf } from "../people/names.ts";
import type { Services } from "../services.ts";
import { invitationMessages } from "./invitation.messages.ts";
import { hashSecret, makeSecret } from "./secrets.ts";
import { replaceToken } from "./store-invitations.ts";

const system = { kind: "system" } as const;

/**
 * The mail with an invitation. Its secret is made at sending time and exists only in the mail: neither queue nor outbox
 * nor a backup of them ever holds one (R45). Another try makes another secret; the last one counts.
 */
export function invitationMails(services: Pick<Services, "databases" | "systemNow" | "now" | "publicUrl">): MailKind {
  return {
    compose: async ({ aboutId }) => {
      const token = makeSecret();
      const invited = await inTransaction(services.databases, system, async (tx) => {
        if (!(await replaceToken(tx, aboutId, hashSecret(token), services.systemNow()))) return undefined;
        return tx
          .selectFrom("invitations")
          .innerJoin("people", "people.id", "invitations.personId")
          .select(["people.name", "people.mailAddress", "people.language", "invitations.expiresAt"])
          .select(nameOf("invitations.madeBy").as("inviter"))
          .where("invitations.id", "=", aboutId)
          .where("people.deactivatedAt", "is", null)
          .executeTakeFirst();
      });
      if (invited === undefined) return null;
      const { name, mailAddress: address, language, expiresAt } = invited;
      const words = invitationMessages(language);
      const by = invited.inviter === null ? null : plainLine(invited.inviter);
      return {
        to: { name: plainLine(name), address },
        language,
        subject: words.subject,
        paragraphs: [
          words.invited(by),
          words.follow(formatDate(expiresAt, language), formatTime(expiresAt, language)),
          words.later,
          words.unexpected,
        ],
        link: { label: words.link, path: `${paths.invitation}?token=${token}` },
        // Deliberately not stable: a second try carries another link, and must not be taken for the first mail.
        messageId: `<invitation.${newId()}@${new URL(services.publicUrl).hostname}>`,
        writtenAt: services.now(),
      };
    },
  };
}
