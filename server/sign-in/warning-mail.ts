import type { Language } from "../../core/values/language.ts";
import { paths } from "../faces/paths.ts";
import type { OutgoingMail } from "../mail/outgoing-mail.ts";
import { plainLine } from "../mail/plain-line.ts";
import type { Services } from "../services.ts";
import { mostAnHour } from "./rate-limit.ts";
import { signInMailMessages } from "./sign-in-mail.messages.ts";

interface Warned {
  readonly id: string;
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
}

/** The mail to an address's owner about many requests for codes, and about what they can and need not do. */
export function warningMail(
  { publicUrl, now }: Pick<Services, "publicUrl" | "now">,
  { id, name, mailAddress: address, language }: Warned,
): OutgoingMail {
  const words = signInMailMessages(language);
  return {
    to: { name: plainLine(name), address },
    language,
    subject: words.warningSubject,
    paragraphs: [words.warning(mostAnHour), words.warningPause, words.warningOnce],
    link: { label: words.warningLink, path: paths.signIn },
    messageId: `<sign-in-warning.${id}@${new URL(publicUrl).hostname}>`,
    writtenAt: now(),
  };
}
