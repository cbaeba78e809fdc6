import type { Transaction } from "../db/connect.ts";
import { inTransaction } from "../db/transaction.ts";
import { newId } from "../db/new-id.ts";
import { paths } from "../faces/paths.ts";
import { recordMails } from "../mail/record-mails.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { MailKind, MailSending } from "../mail/send-mail.ts";
import type { Payloads } from "../queue/catalogue.ts";
import type { Services } from "../services.ts";
import { codeMinutes } from "./ask-for-code.ts";
import { hashSecret, withSlowHash, makeCode, makeSecret } from "./secrets.ts";
import { signInMailMessages } from "./sign-in-mail.messages.ts";
import { replaceCode } from "./store-codes.ts";
import { warningMail } from "./warning-mail.ts";

const system = { kind: "system" } as const;

/**
 * The job after a request for a code: puts the mail into the outbox until the code expires, and tries it at once. The
 * mail has the code's id.
 */
export async function sendSignInCode(
  { databases, systemNow }: Pick<Services, "databases" | "systemNow">,
  sending: Pick<MailSending, "send">,
  { codeId }: Payloads["send-sign-in-code"],
): Promise<void> {
  const now = systemNow();
  const isWanted = await inTransaction(databases, system, async (tx) => {
    const code = await wanted(tx, codeId, now)
      .innerJoin("people", "people.id", "sign_in_codes.personId")
      .where("people.deactivatedAt", "is", null)
      .select(["people.id", "sign_in_codes.expiresAt"])
      .executeTakeFirst();
    if (code === undefined) return false;
    const mail = { id: codeId, kind: "sign-in-code", organisationId: null, aboutId: codeId } as const;
    await recordMails(tx, [{ ...mail, personId: code.id, endsAt: code.expiresAt }], now);
    return true;
  });
  if (isWanted) await sending.send(codeId);
}

function wanted(tx: Transaction, codeId: string, now: Temporal.Instant) {
  return tx
    .selectFrom("sign_in_codes")
    .where("sign_in_codes.id", "=", codeId)
    .where("sign_in_codes.usedAt", "is", null)
    .where("sign_in_codes.expiresAt", ">", now);
}

type Needs = Pick<Services, "databases" | "systemNow" | "now" | "publicUrl">;

/** The mails of signing in: a code, or the warning about many requests. */
export function signInMails(services: Needs): MailKind {
  return {
    compose: async ({ aboutId }) => {
      const told = await inTransaction(services.databases, system, async (tx) =>
        wanted(tx, aboutId, services.systemNow())
          .innerJoin("people", "people.id", "sign_in_codes.personId")
          .where("people.deactivatedAt", "is", null)
          .select(["isWarning", "name", "people.mailAddress", "language"])
          .executeTakeFirst(),
      );
      if (told === undefined) return null;
      return told.isWarning ? warningMail(services, { ...told, id: aboutId }) : codeMail(services, aboutId);
    },
  };
}

/**
 * The mail with a code. The code is made at sending time and exists only in the mail: neither queue nor outbox nor a
 * backup of them ever holds one. Another try makes another code; the last one counts.
 */
async function codeMail(services: Needs, codeId: string): Promise<OutgoingMail | null> {
  const [code, token] = [makeCode(), makeSecret()];
  const codeHash = await withSlowHash("mail", async (hashCode) => hashCode(code, codeId));
  const person = await inTransaction(services.databases, system, async (tx) => {
    const hashes = { codeHash, linkHash: hashSecret(token) };
    const personId = await replaceCode(tx, codeId, hashes, services.systemNow());
    if (personId === null) return undefined;
    return tx
      .selectFrom("people")
      .select(["name", "mailAddress", "language"])
      .where("id", "=", personId)
      .where("deactivatedAt", "is", null)
      .executeTakeFirst();
  });
  if (person === undefined) return null;
  const words = signInMailMessages(person.language);
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  return {
    to: { name: plainLine(person.name), address: person.mailAddress },
    language: person.language,
    subject: words.subject(spaced),
    paragraphs: [words.code(spaced), words.use(codeMinutes), words.notYou],
    link: { label: words.link, path: `${paths.signInLink}?token=${token}` },
    // Deliberately not stable: a second try carries another code, and must not be taken for the first mail.
    messageId: `<sign-in.${newId()}@${new URL(services.publicUrl).hostname}>`,
    // The date in the mail is business time, like in all other mail. The code itself expires by the system's time.
    writtenAt: services.now(),
  };
}
