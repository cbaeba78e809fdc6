import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import type { MailProblem } from "../mail/judge-failure.ts";
import type { MailState } from "../mail/due-mail.ts";
import type { ListedMail } from "./list-mails.ts";
import type { Language } from "../../core/values/language.ts";
import { State, type Tone } from "../ui/state.tsx";
import { outboxMessages } from "./outbox.messages.ts";

const tones: Readonly<Record<MailState, Tone>> = {
  waiting: "waiting",
  accepted: "done",
  refused: "refused",
  "given-up": "refused",
  stopped: "neutral",
  needless: "neutral",
};

export function MailStanding({ state, language }: { state: MailState; language: Language }): VNode {
  return <State tone={tones[state]}>{outboxMessages(language).stateOf[state]}</State>;
}

/** The receiver's name. */
export function receiverOf({ person }: ListedMail, language: Language): string {
  return person ?? outboxMessages(language).invoicesOf;
}

/** The subject of a mail: a ticket or an invoice with its page, a code or an invitation. */
export function aboutOf({ kind, ticket, invoice }: ListedMail, language: Language): { text: string; href?: string } {
  const words = outboxMessages(language);
  if (kind === "sign-in-code") return { text: words.code };
  if (kind === "invitation") return { text: words.invitation };
  if (invoice !== null) return { text: words.invoice(invoice), href: paths.desk.invoice(invoice) };
  return ticket === null ? { text: words.access } : { text: ticket, href: paths.desk.ticket(ticket) };
}

/** The problem of a mail, in a few words. */
export function troubleOf(problem: MailProblem | null, language: Language): string {
  const words = outboxMessages(language);
  return problem === null ? words.notTried : words.problems[problem];
}

/** The remedy for a problem. */
export function todoOf(problem: MailProblem | null, language: Language): string {
  const words = outboxMessages(language);
  return problem === null ? words.nothingLost : words.todo[problem];
}

/** The mail server's answer in its own words, or the error before there was one. */
export function Answer({ answer, language }: { answer: string | null; language: Language }): VNode | null {
  if (answer === null) return null;
  const words = outboxMessages(language);
  return (
    <span class="mail-answer">
      {/^\d{3}\b/.test(answer) ? words.serverSaid : words.whatWent}: <code>{answer}</code>
    </span>
  );
}
