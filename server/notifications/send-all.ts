import { MailRefused, type OutgoingMail } from "../mail/outgoing-mail.ts";
import type { Services } from "../services.ts";

/**
 * Sends each mail. One that will never be delivered is noted and left; any other failure makes the job run again, and the
 * mails that did go out keep their ids, so that their readers see them once (R33). Answers how many the mail server took.
 */
export async function sendAll(
  services: Pick<Services, "mailer" | "log">,
  mails: readonly OutgoingMail[],
): Promise<number> {
  let taken = 0;
  for (const mail of mails) {
    try {
      await services.mailer.send(mail);
      taken += 1;
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      services.log.warn({ why: error.why, messageId: mail.messageId }, "a mail was refused for good");
    }
  }
  return taken;
}
