import type { Language } from "../../core/values/language.ts";

/** A person with a mail address. The two are apart, so that a name can never become part of an address (R30). */
export interface MailPerson {
  readonly name?: string;
  readonly address: string;
}

/** Our words, or somebody else's quoted words. */
export type Paragraph = string | { readonly quoted: string };

/** One mail to one person. Mails of one ticket share a thread. */
export interface OutgoingMail {
  readonly to: MailPerson;
  /** The sender's name; without it the product's. The address is always the one of the settings. */
  readonly fromName?: string | undefined;
  readonly language: Language;
  readonly subject: string;
  /** The body, one paragraph each; a line end inside a paragraph is kept. */
  readonly paragraphs: readonly Paragraph[];
  /** The next thing to do: words, and a path below our public address. */
  readonly link?: { readonly label: string; readonly path: string };
  /** `<unique@host>`, the same at every attempt, so that a mail sent twice is one mail for its reader (R33). */
  readonly messageId: string;
  /** The mail it answers, and all before it, so that a ticket is one thread (P3). */
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** The time of writing; without it the time of sending. */
  readonly writtenAt?: Temporal.Instant;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** An impossible mail, for any server. */
export class MailRefused extends Error {
  readonly why: "not-an-address" | "control-character" | "not-a-message-id" | "foreign-link";

  constructor(why: MailRefused["why"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MailRefused";
    this.why = why;
  }
}
