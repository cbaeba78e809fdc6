import { z } from "zod";
import { inTransaction } from "../db/transaction.ts";
import { newId } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { plainLine } from "../mail/plain-line.ts";
import { MailRefused } from "../mail/outgoing-mail.ts";
import type { Services } from "../services.ts";
import { codeMinutes } from "./ask-for-code.ts";
import { hashSecret, inTurnToHash, makeCode, makeSecret } from "./secrets.ts";
import { signInMailMessages } from "./sign-in-mail.messages.ts";

const payload = z.strictObject({ codeId: z.uuid() });

/**
 * The job that makes a code and mails it. The code is made here and lives only in the mail, so that neither the queue nor a
 * backup of it ever holds one; another try makes another code, and the last one made is the one that counts.
 */
export async function sendSignInCode(services: Services, given: unknown): Promise<void> {
  const { codeId } = payload.parse(given);
  const [code, token] = [makeCode(), makeSecret()];
  const codeHash = await inTurnToHash("mail", async (hashCode) => hashCode(code, codeId));
  const person = await inTransaction(services.databases, { kind: "system" }, async (tx) => {
    const row = await tx
      .updateTable("sign_in_codes")
      .set({ code_hash: codeHash, link_hash: hashSecret(token) })
      .where("id", "=", codeId)
      .where("person_id", "is not", null)
      .where("used_at", "is", null)
      .where("expires_at", ">", services.systemNow())
      .returning("person_id")
      .executeTakeFirst();
    if (row === undefined || row.person_id === null) return undefined;
    return tx
      .selectFrom("people")
      .select(["name", "mail_address", "language"])
      .where("id", "=", row.person_id)
      .where("deactivated_at", "is", null)
      .executeTakeFirst();
  });
  if (person === undefined) return;
  const words = signInMailMessages(person.language);
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  try {
    await services.mailer.send({
      to: { name: plainLine(person.name), address: person.mail_address },
      language: person.language,
      subject: words.subject(spaced),
      paragraphs: [words.code(spaced), words.use(codeMinutes), words.notYou],
      link: { label: words.link, path: `${paths.signInLink}?token=${token}` },
      // Not stable on purpose: a second try carries another code, and must not be taken for the first mail.
      messageId: `<sign-in.${newId()}@${new URL(services.publicUrl).hostname}>`,
      // What a reader sees goes by business time, like all other mail; the code itself lives by the system's.
      writtenAt: services.now(),
    });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    services.log.warn({ why: error.why }, "a sign-in code could not be mailed");
  }
}
