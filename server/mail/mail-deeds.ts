import { accept, always, refuse, type Result } from "../../core/values/result.ts";
import type { MailKindName, MailState } from "./due-mail.ts";

/** The facts of a mail of the outbox that decide whether a deed is possible. */
export interface MailFacts {
  readonly state: MailState;
  readonly kind: MailKindName;
}

type Condition = (mail: MailFacts) => Result<null>;

/** An accepted mail has gone; an unneeded one has nothing to say any more. */
const requireNotOver: Condition = ({ state }) => {
  if (state === "accepted") return refuse({ code: "mail-accepted" });
  return state === "needless" ? refuse({ code: "changed-meanwhile" }) : accept(null);
};

/**
 * The state a mail must have for each deed, by the deed's name in the table of roles. A sign-in code ends by itself:
 * nobody stops it, and nobody tries an expired one again. They refuse `mail-accepted`, `mail-is-code`, and
 * `changed-meanwhile` for a stopped or unneeded mail.
 */
export const mailDeeds = {
  "mail.read": always,
  "mail.try-again": (mail) => {
    if (mail.kind === "sign-in-code" && mail.state !== "waiting" && mail.state !== "accepted")
      return refuse({ code: "mail-is-code" });
    return requireNotOver(mail);
  },
  "mail.stop": (mail) => {
    if (mail.kind === "sign-in-code" && mail.state !== "accepted") return refuse({ code: "mail-is-code" });
    return mail.state === "stopped" ? refuse({ code: "changed-meanwhile" }) : requireNotOver(mail);
  },
} as const satisfies Readonly<Record<string, Condition>>;

/** The deeds to many mails and jobs at once. Each takes only those whose state allows it. */
export const outboxDeeds = { "mail.try-again": always, "mail.stop": always, "job.try-again": always } as const;
